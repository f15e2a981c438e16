import type { Host, HostCallOptions } from '@kosmokrator/host';

/** A walk over all pages of a function. */
export interface Walk {
  readonly fn: string;
  readonly args: unknown;
  readonly options: HostCallOptions;
  /** Most items. */
  readonly limit: number;
}

/**
 * Hands on the items of all pages, page by page, as long as `onItems` does not say `false`. Gives their number, and whether there are more behind the limit: null
 * when only another request could tell.
 */
export async function walkAll(
  host: Host,
  { fn, args, options, limit }: Walk,
  onItems: (items: readonly unknown[]) => boolean | void,
): Promise<{ readonly total: number; readonly has_more: boolean | null }> {
  const progress = showProgress();
  let total = 0;
  try {
    for await (const batch of host.eachBatch(fn, args, options)) {
      const items = batch.slice(0, limit - total);
      const goOn = onItems(items);
      total += items.length;
      progress.tell(total);
      if (items.length < batch.length) return { total, has_more: true };
      if (total === limit || goOn === false) return { total, has_more: null };
    }
    return { total, has_more: false };
  } finally {
    progress.end();
  }
}

const quietMs = 1000;

/** A line on a terminal that counts items, for a walk that takes more than a second. Nothing where nobody sees it. */
function showProgress(): { tell(items: number): void; end(): void } {
  const since = performance.now();
  const { stderr, stdout } = process;
  // Where the items go to the terminal themselves, they are progress enough.
  const seen = stderr.isTTY === true && stdout.isTTY !== true;
  let shown = false;
  return {
    tell(items) {
      if (!seen || performance.now() - since < quietMs) return;
      stderr.write(`\r${items} items`);
      shown = true;
    },
    end() {
      if (shown) stderr.write('\r\u001b[K');
    },
  };
}
