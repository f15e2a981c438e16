import type { Dispatcher } from 'undici';
import { TransportError, type TransportReply, type TransportRequest } from '../transport.js';
import { type BodyDecoder, decodeBody, readEncodings } from './decode-body.js';
import { describeFailure } from './describe-failure.js';
import type { Waiter } from './dialing-client.js';

type Controller = Dispatcher.DispatchController;

/**
 * Collects the reply to one request. Undici calls `onRequestStart` just before it writes the first byte: until
 * then the request is provably not sent. Settles once; what comes later is dropped.
 */
export class ReplyHandler implements Dispatcher.DispatchHandler, Waiter {
  readonly #maxBytes: number;
  readonly #resolve: (reply: TransportReply) => void;
  readonly #reject: (error: TransportError) => void;
  #controller: Controller | undefined;
  #hangUp: ((reason: Error) => void) | undefined;
  #settled = false;
  #status = 0;
  #headers: Readonly<Record<string, string>> = {};
  #encodings: readonly string[] = [];
  #decoder: BodyDecoder | undefined;
  #received = 0;
  #size = 0;
  #chunks: Uint8Array[] = [];

  constructor(
    { maxBytes, onAbort }: Pick<TransportRequest, 'maxBytes' | 'onAbort'>,
    resolve: (reply: TransportReply) => void,
    reject: (error: TransportError) => void,
  ) {
    this.#maxBytes = maxBytes;
    this.#resolve = resolve;
    this.#reject = reject;
    onAbort(this.#abort);
  }

  /** For a request that is still waiting for its connection. */
  onDial(hangUp: (reason: Error) => void): void {
    this.#hangUp = hangUp;
  }

  get settled(): boolean {
    return this.#settled;
  }

  onRequestStart(controller: Controller): void {
    if (this.#settled) controller.abort(new TransportError('aborted', { notSent: true }));
    else this.#controller = controller;
  }

  onResponseStart(_: Controller, status: number, headers: ReceivedHeaders): void {
    if (status < 200) return;
    this.#status = status;
    this.#headers = joinHeaders(headers);
    this.#encodings = readEncodings(this.#headers['content-encoding']);
  }

  onResponseData(controller: Controller, chunk: Uint8Array): void {
    this.#received += chunk.length;
    if (this.#encodings.length === 0) return this.#keep(chunk);
    // Compressed bytes that say nothing can go on for ever too.
    if (this.#received > 2 * this.#maxBytes) return this.#cut();
    this.#decoder ??= decodeBody(this.#encodings, chunk[0] ?? 0, this.#maxBytes, {
      data: (part) => this.#keep(part),
      overflow: () => this.#cut(),
      drained: () => controller.resume(),
      end: () => this.#finish(),
      error: (error) => this.onResponseError(controller, error),
    });
    if (!this.#decoder.write(chunk)) controller.pause();
  }

  onResponseEnd(): void {
    if (this.#decoder) this.#decoder.end();
    else this.#finish();
  }

  onResponseError(_: Controller | undefined, error: Error): void {
    this.#fail(describeFailure(error, this.#controller !== undefined));
  }

  #keep(chunk: Uint8Array): void {
    if (this.#settled) return;
    this.#size += chunk.length;
    if (this.#size > this.#maxBytes) this.#cut();
    else this.#chunks.push(chunk);
  }

  #cut(): void {
    if (!this.#settle()) return;
    this.#resolve({ ...this.#reply(), truncated: true });
    this.#stop();
  }

  #finish(): void {
    if (this.#settle()) this.#resolve(this.#reply());
  }

  #fail(error: TransportError): void {
    if (!this.#settle()) return;
    this.#reject(error);
    this.#stop();
  }

  #abort = (): void => {
    this.#fail(new TransportError('aborted', { notSent: this.#controller === undefined }));
  };

  #reply(): TransportReply {
    const chunks = this.#chunks;
    // An idle connection remembers its last request.
    this.#chunks = [];
    const body = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
    return { status: this.#status, headers: this.#headers, body };
  }

  /** True the first time. */
  #settle(): boolean {
    if (this.#settled) return false;
    this.#settled = true;
    return true;
  }

  /** Closes the connection, or the dial that would have become one. */
  #stop(): void {
    const reason = new TransportError('aborted', { notSent: this.#controller === undefined });
    this.#decoder?.destroy();
    if (this.#controller) this.#controller.abort(reason);
    else this.#hangUp?.(reason);
  }
}

type ReceivedHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** Joins headers as `fetch` does: values of a repeated header in one, separated by commas; of cookies, the last. */
function joinHeaders(headers: ReceivedHeaders): Readonly<Record<string, string>> {
  const entries = Object.entries(headers);
  if (entries.every(([, value]) => typeof value === 'string')) return headers as Record<string, string>;
  const joined = entries.map(([name, value = '']) => {
    const text = typeof value === 'string' ? value : name === 'set-cookie' ? value.at(-1)! : value.join(', ');
    return [name, text] as const;
  });
  return Object.fromEntries(joined);
}
