/** A policy that cannot be used, so that nothing is called under it. Each problem names its place and its fix. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';

  /** `source` is the policy's file, or another name for where it is from. */
  constructor(
    readonly source: string,
    readonly problems: readonly string[],
  ) {
    super(`${source}: ${problems.join('; ')}`);
  }
}
