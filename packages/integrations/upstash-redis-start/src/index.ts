// Generated from specs/upstash-redis-start/integration.yaml by "pnpm generate". Do not edit.
import {
  accountFromEnv,
  execute,
  keepSecrets,
  type Account,
  type AccountOptions,
  type CallOptions,
  type Environment,
  type PendingCall,
} from '@kosmokrator/runtime';
import {
  createDatabaseOperation,
  type CreateDatabaseArgs,
  type CreateDatabaseResult,
} from './functions/create_database.js';
import {
  getDatabaseOperation,
  type GetDatabaseArgs,
  type GetDatabaseResult,
} from './functions/get_database.js';
import { getMetricsOperation, type GetMetricsArgs, type GetMetricsResult } from './functions/get_metrics.js';
import { appendLogOperation, type AppendLogArgs, type AppendLogResult } from './functions/append_log.js';
import { readLogOperation, type ReadLogArgs, type ReadLogResult } from './functions/read_log.js';
import { pushJobOperation, type PushJobArgs, type PushJobResult } from './functions/push_job.js';
import { popJobOperation, type PopJobArgs, type PopJobResult } from './functions/pop_job.js';
import { rememberOperation, type RememberArgs, type RememberResult } from './functions/remember.js';
import { recallOperation, type RecallArgs, type RecallResult } from './functions/recall.js';
import { commandOperation, type CommandArgs, type CommandResult } from './functions/command.js';
import { details, upstashRedisStartAccount, type UpstashRedisStartAccount } from './integration.js';

export { integration, type UpstashRedisStartAccount } from './integration.js';
export * from './types.js';
export * from './functions/create_database.js';
export * from './functions/get_database.js';
export * from './functions/get_metrics.js';
export * from './functions/append_log.js';
export * from './functions/read_log.js';
export * from './functions/push_job.js';
export * from './functions/pop_job.js';
export * from './functions/remember.js';
export * from './functions/recall.js';
export * from './functions/command.js';
export { isKosmoError, KosmoError } from '@kosmokrator/runtime';
export type { CallOptions, ErrorCode, PendingCall, WithResponse } from '@kosmokrator/runtime';

/**
 * Upstash Redis for Agents: A Redis database without a sign-up, for an agent that needs one now.
 * Create it, store it as an account, and use it as a log, a queue or a ranked memory.
 */
export class UpstashRedisStart {
  #account: Account;

  constructor(account: UpstashRedisStartAccount) {
    this.#account = keepSecrets(details, upstashRedisStartAccount(account ?? {}));
  }

  /** A client for the default account. Its credentials are read from `env`, by default the environment of the process. */
  static fromEnv(env?: Environment, settings?: AccountOptions): UpstashRedisStart {
    return UpstashRedisStart.fromAccount({ ...accountFromEnv(details, env), ...settings });
  }

  /** A client for an account that comes from a store of accounts, or from a function that makes accounts. */
  static fromAccount(account: Account): UpstashRedisStart {
    const client = new UpstashRedisStart({});
    client.#account = keepSecrets(details, account);
    return client;
  }

  /**
   * Make a Redis database. Stores an account for it here and in upstash. It expires in three days. Show
   * the user the console URL, where it can be claimed. Store no secrets or personal data.
   */
  createDatabase(args: CreateDatabaseArgs = {}, options?: CallOptions): PendingCall<CreateDatabaseResult> {
    return execute(createDatabaseOperation, args, this.#account, options);
  }

  /**
   * Fetch a database's account again, by its id. Use it if the account was lost, or after the user has
   * claimed the database. Show the user the console URL.
   */
  getDatabase(args: GetDatabaseArgs, options?: CallOptions): PendingCall<GetDatabaseResult> {
    return execute(getDatabaseOperation, args, this.#account, options);
  }

  /** Read a database's usage and when it expires. */
  getMetrics(args: GetMetricsArgs, options?: CallOptions): PendingCall<GetMetricsResult> {
    return execute(getMetricsOperation, args, this.#account, options);
  }

  /**
   * Add an entry to a log. An entry may be a turn of a conversation. If the outcome is unknown, read the
   * log before you repeat the call.
   */
  appendLog(args: AppendLogArgs, options?: CallOptions): PendingCall<AppendLogResult> {
    return execute(appendLogOperation, args, this.#account, options);
  }

  /** Read a log, newest entries first. */
  readLog(args: ReadLogArgs, options?: CallOptions): PendingCall<ReadLogResult> {
    return execute(readLogOperation, args, this.#account, options);
  }

  /**
   * Put a job at the end of a queue. It is never retried. If the outcome is unknown, the job may be in
   * the queue.
   */
  pushJob(args: PushJobArgs, options?: CallOptions): PendingCall<PushJobResult> {
    return execute(pushJobOperation, args, this.#account, options);
  }

  /**
   * Take the oldest job out of a queue. It is never retried. If the outcome is unknown, a job may have
   * been taken and lost. Null if the queue is empty.
   */
  popJob(args: PopJobArgs, options?: CallOptions): PendingCall<PopJobResult> {
    return execute(popJobOperation, args, this.#account, options);
  }

  /** Keep a member of a ranked memory, with a score. If the member exists, its score is replaced. */
  remember(args: RememberArgs, options?: CallOptions): PendingCall<RememberResult> {
    return execute(rememberOperation, args, this.#account, options);
  }

  /** Read a ranked memory, highest score first. */
  recall(args: RecallArgs, options?: CallOptions): PendingCall<RecallResult> {
    return execute(recallOperation, args, this.#account, options);
  }

  /** Run any other Redis command. It is never retried. */
  command(args: CommandArgs, options?: CallOptions): PendingCall<CommandResult> {
    return execute(commandOperation, args, this.#account, options);
  }
}
