import type { Host, HostCallOptions } from '@kosmokrator/host';
import type { Progress } from '../terminal/show-progress.js';

/** A walk over all pages of a function. */
export interface Walk {
  readonly fn: string;
  readonly args: unknown;
  readonly options: HostCallOptions;
  /** Most items. */
  readonly limit: number;
  /** Told how many items there are. */
  readonly progress: Progress;
}

/**
 * Hands on the items of all pages, page by page, as long as `onItems` does not say `false`. Gives their number, and whether
 * there are more behind the limit: null when only another request could tell.
 */
export async function walkAll(
  host: Host,
  { fn, args, options, limit, progress }: Walk,
  onItems: (items: readonly unknown[]) => boolean | void,
): Promise<{ readonly total: number; readonly has_more: boolean | null }> {
  let total = 0;
  try {
    for await (const batch of host.eachBatch(fn, args, options)) {
      const items = batch.slice(0, limit - total);
      const goOn = onItems(items);
      total += items.length;
      progress.tell(`${total} items`);
      if (items.length < batch.length) return { total, has_more: true };
      if (total === limit || goOn === false) return { total, has_more: null };
    }
    return { total, has_more: false };
  } finally {
    progress.end();
  }
}
