/** Where a value breaks a rule, and the rule in words that follow the place: "limit" "must be at most 100". */
export class Violation extends Error {
  /** The param that it is about. */
  readonly param: string;

  constructor(
    path: string,
    readonly rule: string,
    param = /^[^.[]*/.exec(path)![0],
  ) {
    super(`${path} ${rule}`);
    this.param = param;
  }
}
