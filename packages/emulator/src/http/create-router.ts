import type { ApiHandler, ApiReply, ApiRequest } from './api-message.js';

/** One endpoint. `{name}` in the path takes a whole, non-empty segment, percent-decoded. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly handle: (params: Record<string, string>, request: ApiRequest) => ApiReply | Promise<ApiReply>;
}

export interface RouterMisses {
  readonly notFound: (request: ApiRequest) => ApiReply;
  readonly methodNotAllowed: (request: ApiRequest) => ApiReply;
}

/** Dispatches on path, then on method; a known path with another method is a 405 that names the allowed ones. */
export function createRouter(routes: readonly Route[], misses: RouterMisses): ApiHandler {
  const patterns = routes.map((route) => ({ route, segments: route.path.split('/') }));
  return (request) => {
    const actual = decodeSegments(request.path);
    if (actual === undefined) return misses.notFound(request);
    const allowed: string[] = [];
    for (const { route, segments } of patterns) {
      const params = matchSegments(segments, actual);
      if (params === undefined) continue;
      if (route.method === request.method) return route.handle(params, request);
      allowed.push(route.method);
    }
    if (allowed.length === 0) return misses.notFound(request);
    const reply = misses.methodNotAllowed(request);
    return { ...reply, headers: { ...reply.headers, allow: allowed.join(', ') } };
  };
}

function decodeSegments(path: string): string[] | undefined {
  try {
    return path.split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

function matchSegments(
  pattern: readonly string[],
  actual: readonly string[],
): Record<string, string> | undefined {
  if (pattern.length !== actual.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const value = actual[index] ?? '';
    const name = /^\{(\w+)\}$/.exec(expected)?.[1];
    if (name === undefined ? value !== expected : value === '') return undefined;
    if (name !== undefined) params[name] = value;
  }
  return params;
}
