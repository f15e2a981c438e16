/** A reply of Redis, exact: integers of 64 bits as bigint, strings as bytes. */
export type Reply = null | bigint | Buffer | ReplyFailure | readonly Reply[];

/** An error reply; the message begins with its code, as in `WRONGTYPE Operation against …`. */
export interface ReplyFailure {
  readonly error: string;
}

export function isFailure(reply: Reply | undefined): reply is ReplyFailure {
  return typeof reply === 'object' && reply !== null && 'error' in reply;
}
