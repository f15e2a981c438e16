export type { Account, CallOptions, Policy, PolicyRequest } from './account.js';
export { accountFromEnv } from './account-from-env.js';
export type { Environment, EnvironmentNames } from './account-from-env.js';
export { accountFromOptions } from './account-from-options.js';
export type { AccountOptions } from './account-from-options.js';
export type { RuntimeClock } from './clock.js';
export { eachItem, eachPage } from './each-page.js';
export { errorCodes, isKosmoError, KosmoError } from './error.js';
export type { ErrorCode, ErrorDetails, Outcome } from './error.js';
export { execute, executeWithResponse } from './execute.js';
export type { WithResponse } from './execute.js';
export { createFetchTransport, fetchTransport } from './fetch-transport.js';
export type { FetchTransportOptions } from './fetch-transport.js';
export { didYouMean, nearNames } from './near-names.js';
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
export { Secret } from './secret.js';
export { RetryBudget } from './retry-budget.js';
export { TransportError } from './transport.js';
export type { Exchange, Transport, TransportReply, TransportRequest } from './transport.js';
export { validateArguments } from './validate-arguments.js';
