/** A value that cannot pass between Lua and JavaScript. Becomes a Lua error that a script can catch. */
export class BridgeError extends Error {
  override readonly name = 'BridgeError';

  /** `path` names the value: `args.tags[2]`. */
  constructor(
    readonly path: string,
    readonly problem: string,
  ) {
    super(`${path} ${problem}`);
  }
}
