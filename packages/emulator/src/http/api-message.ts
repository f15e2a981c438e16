import type { IncomingHttpHeaders } from 'node:http';

/** A request that was read in full, as the emulated services see it. */
export interface ApiRequest {
  readonly method: string;
  /** Path without the query, still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** `http://<host>:<port>` of the listener that took the request. */
  readonly origin: string;
}

/** What a service answers; the body is text of the given content type. */
export interface ApiReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type ApiHandler = (request: ApiRequest) => ApiReply | Promise<ApiReply>;

/** A JSON reply. */
export function jsonReply(status: number, value: unknown, headers: Record<string, string> = {}): ApiReply {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) };
}
