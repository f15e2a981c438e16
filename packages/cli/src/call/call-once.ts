import { itemsOf } from '../output/items-of.js';
import type { ReadyCall } from './ready-call.js';

/** What an envelope tells of a list: the number of its items, and whether there are more. Null where nobody knows. */
interface ListFacts {
  readonly total: number | null;
  readonly has_more: boolean | null;
  readonly next: unknown;
}

/** Makes one call. A list, and a page of one, comes with its facts. */
export async function callOnce({
  host,
  fn,
  args,
  options,
}: ReadyCall): Promise<{ readonly data: unknown; readonly facts?: ListFacts }> {
  let tellNext: (() => unknown) | undefined;
  const data = await host.call(fn, args, { ...options, onPage: (next) => void (tellNext = next) });
  const total = itemsOf(data)?.length ?? null;
  if (tellNext) return { data, facts: { total, ...nextPage(tellNext, host) } };
  return Array.isArray(data) ? { data, facts: { total, has_more: false, next: null } } : { data };
}

/** The call has succeeded, even where its reply does not tell what comes next. */
function nextPage(tell: () => unknown, { redactor }: ReadyCall['host']) {
  try {
    const next = redactor.value(tell()) ?? null;
    return { has_more: next !== null, next };
  } catch {
    return { has_more: null, next: null };
  }
}
