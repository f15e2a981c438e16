// Generated from specs/sample-tool/integration.yaml by "pnpm generate". Do not edit.
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
import { getThingOperation, type GetThingArgs, type GetThingResult } from './functions/get_thing.js';
import {
  listThingsOperation,
  type ListThingsArgs,
  type ListThingsItem,
  type ListThingsResult,
} from './functions/list_things.js';
import { sortOperation, type SortArgs, type SortResult } from './functions/sort.js';
import { details, sampleToolAccount, type SampleToolAccount } from './integration.js';

export { integration, type SampleToolAccount } from './integration.js';
export * from './types.js';
export * from './functions/get_thing.js';
export * from './functions/list_things.js';
export * from './functions/sort.js';
export { isKosmoError, KosmoError } from '@kosmokrator/runtime';
export type { CallOptions, ErrorCode, PendingCall, WithResponse } from '@kosmokrator/runtime';

/** Sample Tool: Things, and what can be done with them. */
export class SampleTool {
  #account: Account;

  constructor(account: SampleToolAccount) {
    this.#account = keepSecrets(details, sampleToolAccount(account ?? {}));
  }

  /** A client for the default account. Its credentials are read from `env`, by default the environment of the process. */
  static fromEnv(env?: Environment, settings?: AccountOptions): SampleTool {
    return SampleTool.fromAccount({ ...accountFromEnv(details, env), ...settings });
  }

  /** A client for an account that comes from a store of accounts, or from a function that makes accounts. */
  static fromAccount(account: Account): SampleTool {
    const client = new SampleTool({});
    client.#account = keepSecrets(details, account);
    return client;
  }

  /** Read one thing. */
  getThing(args: GetThingArgs, options?: CallOptions): PendingCall<GetThingResult> {
    return execute(getThingOperation, args, this.#account, options);
  }

  /** List all things, a page at a time. */
  listThings(args: ListThingsArgs = {}, options?: CallOptions): PendingCall<ListThingsResult> {
    return execute(listThingsOperation, args, this.#account, options);
  }

  /** The items of all pages, one by one. Each page is requested when its first item is needed. */
  listThingsEach(args: ListThingsArgs = {}, options?: CallOptions): AsyncGenerator<ListThingsItem, void> {
    return eachItem(listThingsOperation, args, this.#account, options);
  }

  /** Put all things in order. */
  sort(args: SortArgs = {}, options?: CallOptions): PendingCall<SortResult> {
    return execute(sortOperation, args, this.#account, options);
  }
}
