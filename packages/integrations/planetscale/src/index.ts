// Generated from specs/planetscale/integration.yaml by "pnpm generate". Do not edit.
import {
  accountFromEnv,
  eachItem,
  execute,
  keepSecrets,
  type Account,
  type AccountOptions,
  type CallOptions,
  type Environment,
  type PendingCall,
} from '@kosmokrator/runtime';
import {
  listDatabasesOperation,
  type ListDatabasesArgs,
  type ListDatabasesItem,
  type ListDatabasesResult,
} from './functions/list_databases.js';
import {
  getDatabaseOperation,
  type GetDatabaseArgs,
  type GetDatabaseResult,
} from './functions/get_database.js';
import {
  createDatabaseOperation,
  type CreateDatabaseArgs,
  type CreateDatabaseResult,
} from './functions/create_database.js';
import {
  listBranchesOperation,
  type ListBranchesArgs,
  type ListBranchesItem,
  type ListBranchesResult,
} from './functions/list_branches.js';
import { getBranchOperation, type GetBranchArgs, type GetBranchResult } from './functions/get_branch.js';
import {
  listOrganizationsOperation,
  type ListOrganizationsArgs,
  type ListOrganizationsItem,
  type ListOrganizationsResult,
} from './functions/list_organizations.js';
import {
  getCurrentUserOperation,
  type GetCurrentUserArgs,
  type GetCurrentUserResult,
} from './functions/get_current_user.js';
import { details, planetscaleAccount, type PlanetScaleAccount } from './integration.js';

export { integration, type PlanetScaleAccount } from './integration.js';
export * from './types.js';
export * from './functions/list_databases.js';
export * from './functions/get_database.js';
export * from './functions/create_database.js';
export * from './functions/list_branches.js';
export * from './functions/get_branch.js';
export * from './functions/list_organizations.js';
export * from './functions/get_current_user.js';
export { isKosmoError, KosmoError } from '@kosmokrator/runtime';
export type { CallOptions, ErrorCode, PendingCall, WithResponse } from '@kosmokrator/runtime';

/**
 * PlanetScale: Hosted MySQL and Postgres. Look up organizations, databases and branches, and create
 * databases.
 */
export class PlanetScale {
  #account: Account;

  constructor(account: PlanetScaleAccount) {
    this.#account = keepSecrets(details, planetscaleAccount(account ?? {}));
  }

  /** A client for the default account. Its credentials are read from `env`, by default the environment of the process. */
  static fromEnv(env?: Environment, settings?: AccountOptions): PlanetScale {
    return PlanetScale.fromAccount({ ...accountFromEnv(details, env), ...settings });
  }

  /** A client for an account that comes from a store of accounts, or from a function that makes accounts. */
  static fromAccount(account: Account): PlanetScale {
    const client = new PlanetScale({});
    client.#account = keepSecrets(details, account);
    return client;
  }

  /** List an organization's databases, page by page. */
  listDatabases(args: ListDatabasesArgs, options?: CallOptions): PendingCall<ListDatabasesResult> {
    return execute(listDatabasesOperation, args, this.#account, options);
  }

  /** The items of all pages, one by one. Each page is requested when its first item is needed. */
  listDatabasesEach(args: ListDatabasesArgs, options?: CallOptions): AsyncGenerator<ListDatabasesItem, void> {
    return eachItem(listDatabasesOperation, args, this.#account, options);
  }

  /** Read one database, its state, region and number of branches. */
  getDatabase(args: GetDatabaseArgs, options?: CallOptions): PendingCall<GetDatabaseResult> {
    return execute(getDatabaseOperation, args, this.#account, options);
  }

  /** Create a database in an organization. It takes a while to be ready. Check `state` with get_database. */
  createDatabase(args: CreateDatabaseArgs, options?: CallOptions): PendingCall<CreateDatabaseResult> {
    return execute(createDatabaseOperation, args, this.#account, options);
  }

  /** List a database's branches, page by page. */
  listBranches(args: ListBranchesArgs, options?: CallOptions): PendingCall<ListBranchesResult> {
    return execute(listBranchesOperation, args, this.#account, options);
  }

  /** The items of all pages, one by one. Each page is requested when its first item is needed. */
  listBranchesEach(args: ListBranchesArgs, options?: CallOptions): AsyncGenerator<ListBranchesItem, void> {
    return eachItem(listBranchesOperation, args, this.#account, options);
  }

  /** Tell what one branch is for, and whether it is ready. */
  getBranch(args: GetBranchArgs, options?: CallOptions): PendingCall<GetBranchResult> {
    return execute(getBranchOperation, args, this.#account, options);
  }

  /** List the organizations that you can see, page by page. */
  listOrganizations(
    args: ListOrganizationsArgs = {},
    options?: CallOptions,
  ): PendingCall<ListOrganizationsResult> {
    return execute(listOrganizationsOperation, args, this.#account, options);
  }

  /** The items of all pages, one by one. Each page is requested when its first item is needed. */
  listOrganizationsEach(
    args: ListOrganizationsArgs = {},
    options?: CallOptions,
  ): AsyncGenerator<ListOrganizationsItem, void> {
    return eachItem(listOrganizationsOperation, args, this.#account, options);
  }

  /** Tell whose credentials are in use. First and last name are taken from the display name. */
  getCurrentUser(args: GetCurrentUserArgs = {}, options?: CallOptions): PendingCall<GetCurrentUserResult> {
    return execute(getCurrentUserOperation, args, this.#account, options);
  }
}
