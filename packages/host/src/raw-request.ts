import {
  didYouMean,
  type HostOperation,
  type IntegrationDetails,
  KosmoError,
  type Param,
  parseJson,
  type Scope,
} from '@kosmokrator/runtime';
import { quoteText } from '@kosmokrator/runtime/internal';
import { query, runRequest, writeGuard } from '@kosmokrator/runtime/parts';

/** A request to an API of an integration that no function makes. */
export interface RawRequest {
  /** The name of the API in the spec. Default: the only one. */
  readonly api?: string | undefined;
  readonly method: string;
  /** Below the base URL, with its leading slash, encoded. It may have a query. */
  readonly path: string;
  /** Names and values that are added to the query. */
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  /** The body, as JSON text. */
  readonly body?: string | undefined;
}

/** The reply to a raw request. */
export interface RawReply {
  readonly status: number;
  /** Lower-case names; cookies are left out. */
  readonly headers: Readonly<Record<string, string>>;
  /** Of JSON its value, else the text; null if it is empty. */
  readonly body: unknown;
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const accepted = Array.from({ length: 100 }, (_, index) => 200 + index);
const anything: Param = { checks: [] };

/**
 * The operation that sends a raw request: everything of a call but the checks and the shape of a function. GET and HEAD are
 * reads, the rest writes that are never sent twice. Throws `invalid_argument` for a request that may not be sent.
 */
export function rawOperation(
  integration: IntegrationDetails,
  { api: wanted, method: given, path }: RawRequest,
): HostOperation<unknown, RawReply> {
  const api = findApi(integration, wanted);
  const upper = given.toUpperCase();
  const method = methods.find((one) => one === upper);
  if (method === undefined)
    throw refused(integration, 'method', `the method must be one of ${methods.join(', ')}`);
  const rule = brokenRule(path);
  if (rule) throw refused(integration, 'path', rule);
  const reads = method === 'GET' || method === 'HEAD';
  return {
    integration,
    // The query is an argument like the body: the name is told in errors.
    name: `${method} ${path.split('?', 1)[0]}`,
    ...(reads
      ? { kind: 'read', idempotency: 'safe' }
      : { kind: 'write', idempotency: 'none', guard: writeGuard, destructive: true }),
    credentials: integration.credentials,
    params: { api: anything, path: anything, query: anything, body: anything },
    steps: [
      {
        api,
        method,
        path: (get) => withQuery(path, get('query') as RawRequest['query']),
        ...(!reads && { body: (get) => get('body') as string | undefined }),
        status: accepted,
        format: { accept: 'application/json, */*;q=0.5', read: readBody },
      },
    ],
    run: runRequest,
    select: replyOf,
    errors: { when: [], message: [], hints: [] },
  };
}

function replyOf({ status, headers = {}, body }: Scope): RawReply {
  const shown = Object.entries(headers).filter(([name]) => name !== 'set-cookie');
  return { status: status ?? 0, headers: Object.fromEntries(shown), body: body ?? null };
}

/** A service that answers with something else than JSON is still shown. */
function readBody(text: string): unknown {
  if (text === '') return null;
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}

function findApi({ name, apis, ...rest }: IntegrationDetails, wanted: string | undefined) {
  const names = Object.keys(apis);
  const api = wanted ?? (names.length === 1 ? names[0]! : undefined);
  if (api !== undefined && Object.hasOwn(apis, api)) return apis[api]!;
  const hint = wanted === undefined ? '' : didYouMean(wanted, names);
  const problem =
    wanted === undefined
      ? `${name} has ${names.length} APIs: name one, such as ${name}/${names[0]}`
      : `${name} has no API ${quoteText(wanted)}`;
  throw refused({ name, apis, ...rest }, 'api', `${problem}${hint || `; its APIs are ${names.join(', ')}`}`);
}

/** What is wrong with a path: it must lead below the base URL, and mean the same to every reader. */
function brokenRule(path: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(path))
    return 'the path must be what follows the base URL, such as /items, without a host';
  if (!path.startsWith('/')) return 'the path must begin with /';
  if (path.includes('#')) return 'the path must not have a fragment: encode # as %23';
  if (!/^[!-~]*$/.test(path) || path.includes('\\'))
    return 'the path must be printable ASCII without spaces and backslashes: encode all else, such as a space as %20';
  const segments = path.split('?', 1)[0]!.split(/\/|%2f|%5c/i);
  if (segments.some((segment) => /^(?:\.|%2e){1,2}(?:;|$)/i.test(segment)))
    return 'the path must not have a segment . or .., encoded or not';
  return undefined;
}

function withQuery(path: string, added: RawRequest['query'] = {}): string {
  const text = query(added);
  return text === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${text.replace(/^\?/, '')}`;
}

function refused({ name }: IntegrationDetails, param: string, message: string): KosmoError {
  return new KosmoError({ code: 'invalid_argument', message, integration: name, param });
}
