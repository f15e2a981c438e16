import type { Position } from '../../http/build-request.js';
import type { Call } from '../../call.js';
import { fail } from '../../error.js';
import { evaluate } from '../../http/evaluate.js';
import type { Pagination, Scope } from '../../operation.js';
import { failUnread } from '../../http/reply-error.js';
import { contentOf, failRepeated, watchPages } from './repeated-pages.js';
import { type Pass, passSteps } from './run-steps.js';
import { tellProgress } from './tell-progress.js';

/** One page: its items and what expressions can read. */
export interface Page {
  readonly items: readonly unknown[];
  readonly scope: Scope;
}

const starts: Record<Pagination['style'], unknown> = {
  page: 1,
  offset: 0,
  cursor: undefined,
  link: undefined,
};
const defaultLimit = 100_000;

/** Reads page after page until the service says that there are no more, or repeats itself. */
export async function* walkPages(
  call: Call,
  paginate: Pagination,
  watch: (items: Page['items']) => void = watchPages(paginate),
): AsyncGenerator<Page> {
  const seen = new Set<unknown>();
  let at = firstPosition(call, paginate);
  for (;;) {
    const pass = await passSteps(call, moveTo(call, paginate, at));
    seen.add(contentOf(at ?? pass.url));
    const page = readPage(call, paginate, pass.scope);
    yield page;
    at = nextPosition(call, paginate, pass, page, at);
    if (at === undefined) return;
    if (seen.has(contentOf(at))) failRepeated('a position came twice');
    watch(page.items);
  }
}

/** All items of a function that collects its pages, at most as many as the spec allows. */
async function collectPages(call: Call, paginate: Pagination): Promise<Scope> {
  const items: unknown[] = [];
  const known = new Set<string>();
  const limit = paginate.limit ?? defaultLimit;
  const watch = watchPages(paginate, paginate.unique ? items : undefined);
  const progress = tellProgress(call, 'page');
  let scope: Scope = {};
  try {
    for await (const page of walkPages(call, paginate, watch)) {
      progress.step();
      scope = page.scope;
      for (const item of page.items) {
        if (paginate.unique && known.size === known.add(contentOf(item)).size) continue;
        if (items.length === limit) {
          fail('limit_exceeded', `there are more than ${limit} items; ask for fewer`, { outcome: 'done' });
        }
        items.push(item);
      }
    }
  } catch (error) {
    throw progress.explain(error);
  }
  return { ...scope, items };
}

/** `run` of a paged function: all its pages when it collects them, else the one at the caller's position. */
export async function runPages(call: Call): Promise<Scope> {
  const paginate = call.operation.paginate!;
  if (paginate.collect) return collectPages(call, paginate);
  const at = firstPosition(call, paginate);
  const pass = await passSteps(call, moveTo(call, paginate, at));
  call.options.onPage?.(() => nextPosition(call, paginate, pass, readPage(call, paginate, pass.scope), at));
  return pass.scope;
}

function firstPosition(call: Call, { param, start, style }: Pagination): unknown {
  return (param && call.args[param]) ?? start ?? starts[style];
}

function moveTo(call: Call, { style, param }: Pagination, at: unknown): Position {
  if (style === 'link') return { link: at as string | undefined };
  if (param === undefined || at === undefined) return {};
  if (!Object.hasOwn(call.operation.params, param)) return { names: { [param]: at } };
  call.args = { ...call.args, [param]: at };
  return {};
}

function readPage(call: Call, paginate: Pagination, scope: Scope): Page {
  const { select } = call.operation;
  const result = select && !paginate.collect ? evaluate(call, select, scope) : (scope.body ?? null);
  const items = evaluate(call, paginate.items, { ...scope, result });
  // No list is no end of the pages.
  if (!Array.isArray(items)) failUnread(call, 'unexpected reply: the items of a page must be an array');
  return { items, scope: { ...scope, result } };
}

function nextPosition(call: Call, paginate: Pagination, pass: Pass, page: Page, at: unknown): unknown {
  const { style, link, next, end } = paginate;
  if (style === 'link') return link!(pass.scope, pass.url);
  if (next) {
    const found = evaluate(call, next, page.scope);
    if (found === end) return undefined;
    // `more && next` is false on the last page. Where the spec names the position that ends the walk, none is no end.
    if (found === null || found === '' || found === false) {
      if (end !== undefined) failUnread(call, 'unexpected reply: the next position is missing');
      return undefined;
    }
    // A rounded position would be that of another page.
    if (Number.isInteger(found) && !Number.isSafeInteger(found))
      failUnread(
        call,
        'the next position is a number beyond 2^53; give the account a parseJson that keeps all digits',
      );
    return found;
  }
  if (page.items.length === 0) return undefined;
  return Number(at) + (style === 'page' ? 1 : page.items.length);
}
