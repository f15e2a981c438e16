// Generated from specs/upstash/integration.yaml by "pnpm generate". Do not edit.
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
import { getKeyOperation, type GetKeyArgs, type GetKeyResult } from './functions/get_key.js';
import { setKeyOperation, type SetKeyArgs, type SetKeyResult } from './functions/set_key.js';
import { deleteKeyOperation, type DeleteKeyArgs, type DeleteKeyResult } from './functions/delete_key.js';
import { listKeysOperation, type ListKeysArgs, type ListKeysResult } from './functions/list_keys.js';
import {
  listDatabasesOperation,
  type ListDatabasesArgs,
  type ListDatabasesResult,
} from './functions/list_databases.js';
import {
  getDatabaseOperation,
  type GetDatabaseArgs,
  type GetDatabaseResult,
} from './functions/get_database.js';
import {
  getCurrentUserOperation,
  type GetCurrentUserArgs,
  type GetCurrentUserResult,
} from './functions/get_current_user.js';
import { details, upstashAccount, type UpstashAccount } from './integration.js';

export { integration, type UpstashAccount } from './integration.js';
export * from './types.js';
export * from './functions/get_key.js';
export * from './functions/set_key.js';
export * from './functions/delete_key.js';
export * from './functions/list_keys.js';
export * from './functions/list_databases.js';
export * from './functions/get_database.js';
export * from './functions/get_current_user.js';
export { isKosmoError, KosmoError } from '@kosmokrator/runtime';
export type { CallOptions, ErrorCode, PendingCall, WithResponse } from '@kosmokrator/runtime';

/**
 * Upstash Redis: Serverless Redis over HTTPS. Read and write the keys of one database, and look up the
 * databases and the team of an account.
 */
export class Upstash {
  #account: Account;

  constructor(account: UpstashAccount) {
    this.#account = keepSecrets(details, upstashAccount(account ?? {}));
  }

  /** A client for the default account. Its credentials are read from `env`, by default the environment of the process. */
  static fromEnv(env?: Environment, settings?: AccountOptions): Upstash {
    return Upstash.fromAccount({ ...accountFromEnv(details, env), ...settings });
  }

  /** A client for an account that comes from a store of accounts, or from a function that makes accounts. */
  static fromAccount(account: Account): Upstash {
    const client = new Upstash({});
    client.#account = keepSecrets(details, account);
    return client;
  }

  /** Read the value of one key. Null if there is no such key. */
  getKey(args: GetKeyArgs, options?: CallOptions): PendingCall<GetKeyResult> {
    return execute(getKeyOperation, args, this.#account, options);
  }

  /**
   * Store a string under a key, replacing the old value. With `ex`, value and expiry are set in one
   * atomic command. Without it, an earlier expiry is removed.
   */
  setKey(args: SetKeyArgs, options?: CallOptions): PendingCall<SetKeyResult> {
    return execute(setKeyOperation, args, this.#account, options);
  }

  /**
   * Delete one key of any type. Returns how many keys were removed. A key that does not exist is not an
   * error.
   */
  deleteKey(args: DeleteKeyArgs, options?: CallOptions): PendingCall<DeleteKeyResult> {
    return execute(deleteKeyOperation, args, this.#account, options);
  }

  /**
   * List the keys that match a pattern, sorted. Repeats are removed. It uses SCAN, so a large database
   * is not blocked. More than 100,000 matches are an error that asks for a narrower pattern.
   */
  listKeys(args: ListKeysArgs = {}, options?: CallOptions): PendingCall<ListKeysResult> {
    return execute(listKeysOperation, args, this.#account, options);
  }

  /**
   * List the Redis databases of the API key's account or team. Secrets in the reply are shown as
   * `[redacted]`.
   */
  listDatabases(args: ListDatabasesArgs = {}, options?: CallOptions): PendingCall<ListDatabasesResult> {
    return execute(listDatabasesOperation, args, this.#account, options);
  }

  /** Read settings and usage of one Redis database. Passwords and tokens are never part of the result. */
  getDatabase(args: GetDatabaseArgs, options?: CallOptions): PendingCall<GetDatabaseResult> {
    return execute(getDatabaseOperation, args, this.#account, options);
  }

  /**
   * Tell whose API key is in use. Upstash has no endpoint for this, so the result comes from the first
   * team and its members. For an account without teams, the name is its e-mail address. The plan is
   * always null, because Upstash does not report it.
   */
  getCurrentUser(args: GetCurrentUserArgs = {}, options?: CallOptions): PendingCall<GetCurrentUserResult> {
    return execute(getCurrentUserOperation, args, this.#account, options);
  }
}
