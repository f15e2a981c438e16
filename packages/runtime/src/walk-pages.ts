import { type Call, callError, evaluate } from './call.js';
import { encodeJson } from './encode-json.js';
import type { Pagination, Scope } from './operation.js';
import { type Pass, type Position, runSteps } from './run-steps.js';
import { selectResult } from './select-result.js';

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

/** Reads page after page until the service says that there are no more. */
export async function* walkPages(call: Call, paginate: Pagination): AsyncGenerator<Page> {
  const seen = new Set<unknown>();
  let at = firstPosition(call, paginate);
  for (;;) {
    seen.add(encodeJson(at ?? null));
    const pass = await runSteps(call, moveTo(call, paginate, at));
    const page = readPage(call, paginate, pass.scope);
    yield page;
    at = nextPosition(call, paginate, pass, page, at);
    if (at === undefined) return;
    if (seen.has(encodeJson(at))) {
      throw callError(call, {
        code: 'bad_response',
        message: 'the pages repeat: a position came twice',
        outcome: 'done',
      });
    }
  }
}

/** All items of a function that collects its pages, at most as many as the spec allows. */
export async function collectPages(call: Call, paginate: Pagination): Promise<Scope> {
  const items: unknown[] = [];
  const known = new Set<string>();
  const limit = paginate.limit ?? defaultLimit;
  let scope: Scope = {};
  for await (const page of walkPages(call, paginate)) {
    scope = page.scope;
    for (const item of page.items) {
      if (paginate.unique && known.size === known.add(encodeJson(item)).size) continue;
      if (items.length === limit) {
        const message = `there are more than ${limit} items; ask for fewer`;
        throw callError(call, { code: 'limit_exceeded', message, outcome: 'done' });
      }
      items.push(item);
    }
  }
  return { ...scope, items };
}

/** Where a single page is read: the caller's position, else the first one. */
export function singlePosition(call: Call, paginate: Pagination | undefined): Position {
  return paginate ? moveTo(call, paginate, firstPosition(call, paginate)) : {};
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
  const result = paginate.collect ? scope.body : selectResult(call, scope);
  const items = evaluate(call, paginate.items, { ...scope, result });
  return { items: Array.isArray(items) ? items : [], scope: { ...scope, result } };
}

function nextPosition(call: Call, paginate: Pagination, pass: Pass, page: Page, at: unknown): unknown {
  const { style, next, end } = paginate;
  if (style === 'link') return nextLink(call, pass);
  if (next) {
    const found = evaluate(call, next, page.scope);
    return found === null || found === '' || found === end ? undefined : found;
  }
  if (page.items.length === 0) return undefined;
  return Number(at) + (style === 'page' ? 1 : page.items.length);
}

/** The `next` of a Link header (RFC 8288); credentials go with it, so another origin is refused. */
function nextLink(call: Call, { scope, url }: Pass): string | undefined {
  const header = scope.headers?.['link'] ?? '';
  const target = /<([^>]*)>[^,]*;\s*rel="?(?:[^",]*\s)?next\b/i.exec(header)?.[1];
  if (target === undefined) return undefined;
  const link = URL.canParse(target, url) ? new URL(target, url) : undefined;
  if (link?.origin === new URL(url).origin) return link.href;
  throw callError(call, {
    code: 'bad_response',
    message: 'the next page is on another origin',
    outcome: 'done',
  });
}
