/** Calls `stop` when there is no more use for what it stops, in place of what it was to call before. */
export type OnAbort = (stop: () => void) => void;

/** One HTTP request as it leaves the runtime. Redirects are never followed. */
export interface TransportRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /**
   * Calls `stop` when the request is to end, its sockets included; at once when that is so already. A function and
   * no AbortSignal, which costs as much to make as the rest of a call.
   */
  readonly onAbort: OnAbort;
  /** Most bytes of body, counted after decompression. */
  readonly maxBytes: number;
  /**
   * Where a connection may lead besides the public internet; `private` includes loopback. Default: `public`.
   * Only a transport that sees addresses can hold to it: `fetch` shows none.
   */
  readonly allowAddresses?: 'public' | 'loopback' | 'private';
}

export interface TransportReply {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Decompressed. */
  readonly body: Uint8Array;
  /** The body went on past `maxBytes` and was cut there. */
  readonly truncated?: boolean;
}

/**
 * Sends one request. A failure is a `TransportError` that says whether the request
 * can have reached the service; anything else thrown counts as "it may have".
 */
export interface Transport {
  send(request: TransportRequest): Promise<TransportReply>;
}

export class TransportError extends Error {
  override readonly name = 'TransportError';
  /** True when provably no byte of the request was accepted: DNS, connection refused, connect timeout. */
  declare readonly notSent: boolean;
  /** True when trying again cannot help: a bad certificate. */
  declare readonly permanent?: boolean;

  constructor(message: string, options: { notSent: boolean; permanent?: boolean; cause?: unknown }) {
    super(message, options);
    Object.assign(this, options);
  }
}

/** By its name, since a transport may come from another copy of this package. */
export function isTransportError(value: unknown): value is TransportError {
  return (value as Error | undefined)?.name === 'TransportError';
}
