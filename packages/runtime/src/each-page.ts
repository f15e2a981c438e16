import type { Account, CallOptions } from './account.js';
import type { Call } from './call.js';
import type { Operation } from './operation.js';
import { finishResult } from './select-result.js';
import { callDeadline, startCall } from './start-call.js';
import { type Page as WalkedPage, walkPages } from './walk-pages.js';

/**
 * The pages of a paged function, each shaped as one call's result, from the position
 * in `args` to the end. Arguments and policy are checked once; each page has a
 * deadline of its own. For a function that collects its pages, each page is its items.
 */
export async function* eachPage<Page = unknown, Args = unknown>(
  operation: Operation<Args>,
  args: NoInfer<Args>,
  account: Account,
  options: CallOptions = {},
): AsyncGenerator<Page, void, undefined> {
  for await (const { call, page } of walk(operation, args, account, options)) {
    yield finishResult(call, operation.paginate!.collect ? page.items : page.scope.result) as Page;
  }
}

/** The items of a paged function, one by one. See `eachPage`. */
export async function* eachItem<Item = unknown, Args = unknown>(
  operation: Operation<Args>,
  args: NoInfer<Args>,
  account: Account,
  options: CallOptions = {},
): AsyncGenerator<Item, void, undefined> {
  for await (const { call, page } of walk(operation, args, account, options)) {
    yield* finishResult(call, page.items) as Item[];
  }
}

async function* walk(
  operation: Operation,
  args: unknown,
  account: Account,
  options: CallOptions,
): AsyncGenerator<{ readonly call: Call; readonly page: WalkedPage }> {
  const { name, paginate } = operation;
  if (!paginate) throw new TypeError(`${name} is not paged`);
  const call = await startCall(operation, args, account, options);
  try {
    for await (const page of walkPages(call, paginate)) {
      // The time that the consumer takes is not the service's.
      call.deadline.stop();
      yield { call, page };
      call.deadline = callDeadline(account, options);
    }
  } finally {
    call.deadline.stop();
  }
}
