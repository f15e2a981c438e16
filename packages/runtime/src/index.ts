export type { Account, CallOptions, Policy, PolicyRequest, SecretValue } from './account.js';
export { accountFromEnv } from './account/account-from-env.js';
export type { Environment, EnvironmentNames } from './account/account-from-env.js';
export { keepSecrets } from './account/keep-secrets.js';
export type { AccountOptions } from './account/keep-secrets.js';
export type { RuntimeClock } from './http/clock.js';
export type { Connect, ConnectedAccounts, Connection, ConnectPlan, ConnectSink } from './connection.js';
export { eachBatch, eachItem, eachPage } from './call/each-page.js';
export { errorCodes, isKosmoError, KosmoError } from './error.js';
export type { ErrorCode, ErrorDetails, Outcome } from './error.js';
export { execute } from './call/execute.js';
export type { PendingCall, WithResponse } from './call/execute.js';
export { createFetchTransport, fetchTransport } from './http/fetch-transport.js';
export type { FetchTransportOptions } from './http/fetch-transport.js';
export { didYouMean, nearNames } from './text/near-names.js';
export type {
  Api,
  Auth,
  Check,
  Credential,
  ErrorRules,
  Expression,
  Get,
  Hint,
  HostOperation,
  Idempotency,
  Integration,
  IntegrationDetails,
  JsonSchema,
  Operation,
  Pagination,
  Param,
  Proof,
  Reply,
  ReplyFormat,
  Request,
  Scope,
  Step,
  WriteGuard,
} from './operation.js';
export { Secret } from './account/secret.js';
export { parseJson } from './text/parse-json.js';
export { RetryBudget } from './http/retry-budget.js';
export { TransportError } from './transport.js';
export type { OnAbort, Transport, TransportReply, TransportRequest } from './transport.js';
export { validateArguments } from './call/validate-arguments.js';
