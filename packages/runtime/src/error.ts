/** Every way a call can fail, from whatever place it is made. The reference of errors tells what to do about each. */
export const errorCodes = [
  'invalid_argument',
  'unknown_function',
  'missing_credentials',
  'policy_denied',
  'approval_required',
  'auth_failed',
  'not_found',
  'conflict',
  'rate_limited',
  'api_error',
  'bad_response',
  'network_error',
  'timeout',
  'cancelled',
  'outcome_unknown',
  'limit_exceeded',
  'broken_integration',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/**
 * What became of the call: `not_sent`, nothing left this process; `refused`, the
 * service said no; `unknown`, it may or may not have happened; `done`, it happened
 * and only the reply was unusable.
 */
export type Outcome = 'not_sent' | 'refused' | 'unknown' | 'done';

export interface ErrorDetails {
  readonly code: ErrorCode;
  readonly message: string;
  readonly integration?: string;
  readonly function?: string;
  readonly account?: string;
  /** HTTP status of the last reply. */
  readonly status?: number;
  /** The param that `invalid_argument` is about, or the credential that is missing. */
  readonly param?: string;
  readonly retryable?: boolean;
  readonly outcome?: Outcome;
  /** Requests sent so far. */
  readonly attempts?: number;
  /** Milliseconds to wait, when the service asked for a wait that the call could not afford. */
  readonly retry_after_ms?: number;
  /** The service's own id of the request. */
  readonly request_id?: string;
  readonly cause?: unknown;
}

/** The one error of every surface. Never holds a header, a request body, a URL query or a secret. */
export class KosmoError extends Error {
  override readonly name = 'KosmoError';
  declare readonly code: ErrorCode;
  declare readonly integration?: string;
  declare readonly function?: string;
  declare readonly account?: string;
  declare readonly status?: number;
  declare readonly param?: string;
  declare readonly retryable: boolean;
  declare readonly outcome: Outcome;
  declare readonly attempts: number;
  declare readonly retry_after_ms?: number;
  declare readonly request_id?: string;

  constructor(details: ErrorDetails) {
    super(details.message, details);
    Object.assign(this, { retryable: false, outcome: 'not_sent', attempts: 0 }, details);
  }

  /** Plain data for JSON, Lua and MCP; absent fields are left out. */
  toJSON(): Record<string, unknown> {
    const { name: _, message, ...fields } = this;
    return { message, ...fields };
  }
}

/** Throws an error without the names of function and account, which `completeError` adds. */
export function fail(code: ErrorCode, message: string, more?: Partial<ErrorDetails>): never {
  throw new KosmoError({ code, message, ...more });
}

/** Throws `invalid_argument`. The path begins with the param: `filter.tags[1]`. */
export function refuse(path: string, rule: string): never {
  fail('invalid_argument', `${path} ${rule}`, { param: path.split(/\W/)[0]! });
}

/** Checks by name, not identity: safe when two copies of the runtime are installed. */
export function isKosmoError(value: unknown): value is KosmoError {
  return value instanceof Error && value.name === 'KosmoError';
}
