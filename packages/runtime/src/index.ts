export type { Account, CallOptions, Policy, PolicyRequest } from './account.js';
export { accountFromEnv } from './account-from-env.js';
export type { Environment, EnvironmentNames } from './account-from-env.js';
export { keepSecrets } from './keep-secrets.js';
export type { AccountOptions } from './keep-secrets.js';
export type { RuntimeClock } from './clock.js';
export type { Connect, ConnectedAccounts, Connection, ConnectPlan, ConnectSink } from './connection.js';
export { eachBatch, eachItem, eachPage } from './each-page.js';
export { errorCodes, isKosmoError, KosmoError } from './error.js';
export type { ErrorCode, ErrorDetails, Outcome } from './error.js';
export { execute } from './execute.js';
export type { PendingCall, WithResponse } from './execute.js';
export { createFetchTransport, fetchTransport } from './fetch-transport.js';
export type { FetchTransportOptions } from './fetch-transport.js';
export { didYouMean, nearNames } from './near-names.js';
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
export { Secret } from './secret.js';
export { parseJson } from './parse-json.js';
export { RetryBudget } from './retry-budget.js';
export { TransportError } from './transport.js';
export type { OnAbort, Transport, TransportReply, TransportRequest } from './transport.js';
export { validateArguments } from './validate-arguments.js';
