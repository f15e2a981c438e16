/** Every way a call can fail, on every surface. `docs/reference/errors.md` says what each one asks of the caller. */
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
  readonly code: ErrorCode;
  readonly integration: string | undefined;
  readonly function: string | undefined;
  readonly account: string | undefined;
  readonly status: number | undefined;
  readonly param: string | undefined;
  readonly retryable: boolean;
  readonly outcome: Outcome;
  readonly attempts: number;
  readonly retry_after_ms: number | undefined;
  readonly request_id: string | undefined;

  constructor(details: ErrorDetails) {
    super(details.message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = details.code;
    this.integration = details.integration;
    this.function = details.function;
    this.account = details.account;
    this.status = details.status;
    this.param = details.param;
    this.retryable = details.retryable ?? false;
    this.outcome = details.outcome ?? 'not_sent';
    this.attempts = details.attempts ?? 0;
    this.retry_after_ms = details.retry_after_ms;
    this.request_id = details.request_id;
  }

  /** Plain data for JSON, Lua and MCP; absent fields are left out. */
  toJSON(): Record<string, unknown> {
    const { code, message, integration, function: fn, account, status, param } = this;
    const { retryable, outcome, attempts, retry_after_ms, request_id } = this;
    const request = { status, param, retryable, outcome, attempts, retry_after_ms, request_id };
    const all = Object.entries({ code, message, integration, function: fn, account, ...request });
    return Object.fromEntries(all.filter(([, value]) => value !== undefined));
  }
}

/** Checks by name, not identity: safe when two copies of the runtime are installed. */
export function isKosmoError(value: unknown): value is KosmoError {
  return value instanceof Error && value.name === 'KosmoError' && 'code' in value;
}
