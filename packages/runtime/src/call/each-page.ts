import type { Account, CallOptions } from '../account.js';
import { completeError } from '../call.js';
import { finishResult } from './finish-result.js';
import type { OnlyChecked } from './only-checked.js';
import type { Operation } from '../operation.js';
import { type Page as WalkedPage, walkPages } from '../parts/run/walk-pages.js';
import { callDeadline, newCall, startCall } from './start-call.js';

/**
 * The pages of a paged function, each shaped as one call's result, from the position
 * in `args` to the end. Arguments and policy are checked once; each page has a
 * deadline of its own. For a function that collects its pages, each page is its items.
 */
export async function* eachPage<Page = unknown, Args = unknown>(
  operation: Operation<Args>,
  args: OnlyChecked<Args>,
  account: Account,
  options: CallOptions = {},
): AsyncGenerator<Page, void, undefined> {
  const { collect } = operation.paginate ?? {};
  for await (const { items, scope } of walk(operation, args, account, options)) {
    yield (collect ? items : scope.result) as Page;
  }
}

/** The items of a paged function, one by one. See `eachPage`. */
export async function* eachItem<Item = unknown, Args = unknown>(
  operation: Operation<Args>,
  args: OnlyChecked<Args>,
  account: Account,
  options: CallOptions = {},
): AsyncGenerator<Item, void, undefined> {
  for await (const { items } of walk(operation, args, account, options)) yield* items as Item[];
}

/** The items of a paged function, as one list for each request. See `eachPage`. */
export async function* eachBatch(
  operation: Operation,
  args: unknown,
  account: Account,
  options: CallOptions = {},
): AsyncGenerator<readonly unknown[], void, undefined> {
  for await (const { items } of walk(operation, args, account, options)) yield items;
}

async function* walk(
  operation: Operation,
  args: unknown,
  account: Account,
  options: CallOptions,
): AsyncGenerator<WalkedPage> {
  const { name, paginate } = operation;
  if (!paginate) throw new TypeError(`${name} does not return pages; call it without each`);
  const begun = newCall(operation, account, options);
  try {
    const call = await startCall(begun, args);
    for await (const page of walkPages(call, paginate)) {
      // The time that the consumer takes is not the service's.
      call.deadline.stop();
      const items = finishResult(call, page.items) as unknown[];
      yield { items, scope: { ...page.scope, result: finishResult(call, page.scope.result) } };
      call.deadline = callDeadline(call);
    }
  } catch (error) {
    throw completeError(begun, error);
  } finally {
    begun.deadline?.stop();
  }
}
