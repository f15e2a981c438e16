// Generated from specs/example-service/integration.yaml by "pnpm generate". Do not edit.
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
import { createItemOperation, type CreateItemArgs, type CreateItemResult } from './functions/create_item.js';
import { deleteItemOperation, type DeleteItemArgs, type DeleteItemResult } from './functions/delete_item.js';
import { getStatusOperation, type GetStatusArgs, type GetStatusResult } from './functions/get_status.js';
import {
  listItemsOperation,
  type ListItemsArgs,
  type ListItemsItem,
  type ListItemsResult,
} from './functions/list_items.js';
import { listTagsOperation, type ListTagsArgs, type ListTagsResult } from './functions/list_tags.js';
import { getThingOperation, type GetThingArgs, type GetThingResult } from './functions/get_thing.js';
import { sortOperation, type SortArgs, type SortResult } from './functions/sort.js';
import { details, exampleServiceAccount, type ExampleServiceAccount } from './integration.js';

export { integration, type ExampleServiceAccount } from './integration.js';
export * from './types.js';
export * from './functions/create_item.js';
export * from './functions/delete_item.js';
export * from './functions/get_status.js';
export * from './functions/list_items.js';
export * from './functions/list_tags.js';
export * from './functions/get_thing.js';
export * from './functions/sort.js';
export { isKosmoError, KosmoError } from '@kosmokrator/runtime';
export type { CallOptions, ErrorCode, PendingCall, WithResponse } from '@kosmokrator/runtime';

/** Example Service: Keeps items. */
export class ExampleService {
  #account: Account;

  constructor(account: ExampleServiceAccount) {
    this.#account = keepSecrets(details, exampleServiceAccount(account ?? {}));
  }

  /** A client for the default account. Its credentials are read from `env`, by default the environment of the process. */
  static fromEnv(env?: Environment, settings?: AccountOptions): ExampleService {
    return ExampleService.fromAccount({ ...accountFromEnv(details, env), ...settings });
  }

  /** A client for an account that comes from a store of accounts, or from a function that makes accounts. */
  static fromAccount(account: Account): ExampleService {
    const client = new ExampleService({});
    client.#account = keepSecrets(details, account);
    return client;
  }

  /** Create an item. With `kind`, choose what it is for. */
  createItem(args: CreateItemArgs, options?: CallOptions): PendingCall<CreateItemResult> {
    return execute(createItemOperation, args, this.#account, options);
  }

  /** Delete an item for good. */
  deleteItem(args: DeleteItemArgs, options?: CallOptions): PendingCall<DeleteItemResult> {
    return execute(deleteItemOperation, args, this.#account, options);
  }

  /** Tell how the service does. */
  getStatus(args: GetStatusArgs = {}, options?: CallOptions): PendingCall<GetStatusResult> {
    return execute(getStatusOperation, args, this.#account, options);
  }

  /** List the items, a page at a time. */
  listItems(args: ListItemsArgs = {}, options?: CallOptions): PendingCall<ListItemsResult> {
    return execute(listItemsOperation, args, this.#account, options);
  }

  /** The items of all pages, one by one. Each page is requested when its first item is needed. */
  listItemsEach(args: ListItemsArgs = {}, options?: CallOptions): AsyncGenerator<ListItemsItem, void> {
    return eachItem(listItemsOperation, args, this.#account, options);
  }

  /** List all tags. */
  listTags(args: ListTagsArgs = {}, options?: CallOptions): PendingCall<ListTagsResult> {
    return execute(listTagsOperation, args, this.#account, options);
  }

  /** Read one thing. */
  getThing(args: GetThingArgs, options?: CallOptions): PendingCall<GetThingResult> {
    return execute(getThingOperation, args, this.#account, options);
  }

  /** Put all things in order. */
  sort(args: SortArgs = {}, options?: CallOptions): PendingCall<SortResult> {
    return execute(sortOperation, args, this.#account, options);
  }
}
