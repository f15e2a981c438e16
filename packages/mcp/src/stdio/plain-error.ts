import { type JSONRPCErrorResponse, ProtocolErrorCode } from '@modelcontextprotocol/server';

interface Issue {
  readonly code?: string;
  readonly expected?: string;
  readonly path?: readonly PropertyKey[];
  readonly message?: string;
}

const mostCharacters = 2_000;

/**
 * An error as people read it. Of params that a request may not have, the library tells with the output of its validator,
 * a list of issues in JSON, and as an internal error where it foresaw none.
 */
export function plainError(response: JSONRPCErrorResponse): JSONRPCErrorResponse {
  const { code, message } = response.error;
  const [, before = '', list] = /^([^[]*)(\[\s*\{[^]*\}\s*\])$/.exec(message) ?? [];
  const issues = list === undefined ? undefined : readIssues(list);
  if (!issues) return withError(response, code, cut(message));
  const told = `${before || 'Invalid params: '}${issues.map(tell).join('; ')}`;
  return withError(
    response,
    code === ProtocolErrorCode.InternalError ? ProtocolErrorCode.InvalidParams : code,
    cut(told),
  );
}

function tell({ code, expected, path = [], message = 'is invalid' }: Issue): string {
  const place = path.map(String).join('.');
  if (code !== 'invalid_type' || expected === undefined) return `${place}: ${message}`;
  const type = expected === 'record' ? 'object' : expected;
  return `${place} must be ${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
}

function readIssues(text: string): readonly Issue[] | undefined {
  try {
    return JSON.parse(text) as Issue[];
  } catch {
    return undefined;
  }
}

/** Errors repeat what they are about, such as the name of a method. */
function cut(text: string): string {
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;
}

function withError(response: JSONRPCErrorResponse, code: number, message: string): JSONRPCErrorResponse {
  return { ...response, error: { ...response.error, code, message } };
}
