import type { Call } from '../call.js';
import type { Get, Request } from '../operation.js';

/** One HTTP request, ready to be sent any number of times. */
export interface BuiltRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly origin: string;
}

/** Names that only one request sees; they hide params of the same name. `link` stands for its whole address. */
export interface Position {
  readonly names?: Readonly<Record<string, unknown>>;
  readonly link?: string | undefined;
}

/** Fills what a request leaves open. */
export function buildRequest(
  { args, credentials, access }: Call,
  request: Request,
  { names, link }: Position = {},
): BuiltRequest {
  const { base, origin, headers, sign } = access.get(request)!;
  const values: Record<string, unknown> = { __proto__: null, ...credentials, ...args, ...names };
  const get: Get = (name) => values[name];
  const url = link ?? base + request.path(get);
  const body = request.body?.(get);
  return {
    method: request.method,
    url: sign ? sign(url) : url,
    headers: {
      accept: request.format?.accept ?? 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...request.headers?.(get),
      ...headers,
    },
    body,
    origin,
  };
}
