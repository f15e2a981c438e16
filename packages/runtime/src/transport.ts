/** One HTTP request as it leaves the runtime. Redirects are never followed. */
export interface TransportRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Ends the request, its sockets included. */
  readonly signal: AbortSignal;
  /** Most bytes of body, counted after decompression. */
  readonly maxBytes: number;
}

export interface TransportReply {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
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
  readonly notSent: boolean;

  constructor(message: string, options: { notSent: boolean; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.notSent = options.notSent;
  }
}
