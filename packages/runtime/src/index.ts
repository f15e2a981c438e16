export type { Account, CallOptions, Policy, PolicyRequest } from './account.js';
export { errorCodes, isKosmoError, KosmoError } from './error.js';
export type { ErrorCode, ErrorDetails, Outcome } from './error.js';
export type {
  Api,
  Auth,
  Credential,
  ErrorRules,
  Expression,
  Idempotency,
  Integration,
  JsonSchema,
  Operation,
  Pagination,
  Param,
  Reply,
  Request,
  Scope,
  Step,
  Template,
} from './operation.js';
export { TransportError } from './transport.js';
export type { Transport, TransportReply, TransportRequest } from './transport.js';
