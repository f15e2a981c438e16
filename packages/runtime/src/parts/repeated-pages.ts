import { fail } from '../error.js';

/** How often pages come again before a walk ends. Fewer prove nothing: three pages of a list of equal texts are equal. */
const rounds = 3;

/**
 * Looks at each page of a walk, and throws `bad_response` when the last of them have come three times more, one by one
 * or several in turn: a service that serves its last page for ever. Empty pages are passed over.
 */
export function watchPages(): (items: readonly unknown[]) => void {
  /** By content: the last page that had it, counted with and without the empty ones. */
  const last = new Map<string, readonly [page: number, full: number]>();
  let page = 0;
  let full = 0;
  let period = 0;
  let repeats = 0;
  return (items) => {
    page += 1;
    if (items.length === 0) return;
    full += 1;
    const mark = digest(contentOf(items));
    const [before, at] = last.get(mark) ?? [page, full];
    last.set(mark, [page, full]);
    const distance = full - at;
    repeats = distance === period ? repeats + 1 : 1;
    period = distance;
    if (period > 0 && repeats >= rounds * period)
      failRepeated(`page ${page} has the same items as page ${before}`);
  };
}

/**
 * As `watchPages`, for a walk that keeps each item once: ends it also when three pages in a row have added nothing to what it
 * has kept. Pages of which some items have come before are usual: SCAN gives keys twice.
 */
export function watchNewItems(kept: readonly unknown[]): (items: readonly unknown[]) => void {
  const watch = watchPages();
  let before = 0;
  let page = 0;
  let stale = 0;
  return (items) => {
    watch(items);
    page += 1;
    if (items.length === 0) return;
    stale = kept.length === before ? stale + 1 : 0;
    before = kept.length;
    if (stale === rounds)
      failRepeated(`page ${page} has no new item, and neither have the ${rounds - 1} before it`);
  };
}

export function failRepeated(how: string): never {
  fail('bad_response', `the pages repeat: ${how}`, { outcome: 'done' });
}

/** Text that is the same for equal values that a service sent, and for no others. */
export function contentOf(value: unknown): string {
  for (const spell of [undefined, spellBigInt]) {
    try {
      return JSON.stringify(value, spell);
    } catch {
      // A BigInt, which has no JSON of its own, or too many levels.
    }
  }
  fail('bad_response', 'the reply is nested too deep', { outcome: 'done' });
}

function spellBigInt(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `\0${value}` : value;
}

/** Two texts with one digest are no accident. The texts themselves would take as much memory as all pages together. */
function digest(text: string): string {
  let [one, two] = [0, 1];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    one = (Math.imul(one, 31) + unit) | 0;
    two = Math.imul(two ^ unit, 0x01000193);
  }
  return `${text.length} ${one} ${two}`;
}
