import { fail } from '../../error.js';
import type { Pagination } from '../../operation.js';

/** How often pages come again before a walk ends. Fewer prove nothing: three pages of a list of equal texts are equal. */
const rounds = 3;
/** How often pages may come again where the service names each position and none comes twice: it says itself that there is more. */
const namedRounds = 100;
/** Pages in a row that have nothing new, empty ones included. A search through many records finds nothing for long. */
const mostIdle = 1_000;

/**
 * Looks at each page of a walk, and throws `bad_response` when the last of them have come before, one by one or several in
 * turn: a service that serves its last page for ever. `kept` is what a walk that keeps each item once has so far; it also
 * ends when as many pages in a row have added nothing to that. Pages of which some items have come before are usual: SCAN
 * gives keys twice.
 */
export function watchPages(
  { style, next }: Pagination,
  kept?: readonly unknown[],
): (items: readonly unknown[]) => void {
  const patience = next || style === 'link' ? namedRounds : rounds;
  /** By content: the last page that had it, counted with and without the empty ones. */
  const last = new Map<string, readonly [page: number, full: number]>();
  let [page, full, period, repeats, had, stale, idle] = [0, 0, 0, 0, 0, 0, 0];

  function compare(items: readonly unknown[]): void {
    full += 1;
    const mark = digest(contentOf(items));
    const [before, at] = last.get(mark) ?? [page, full];
    last.set(mark, [page, full]);
    const distance = full - at;
    repeats = distance === period ? repeats + 1 : 1;
    period = distance;
    if (period > 0 && repeats >= Math.max(patience, rounds * period))
      failRepeated(
        `the last ${repeats} pages have all come before; page ${page} has the same items as page ${before}`,
      );
    stale = kept?.length === had ? stale + 1 : 0;
    had = kept?.length ?? -1;
    if (stale === patience) failRepeated(`page ${page} and the ${stale - 1} before it have no new items`);
    if (kept ? stale === 0 : period === 0 || repeats === 1) idle = 0;
  }

  return (items) => {
    page += 1;
    idle += 1;
    if (items.length > 0) compare(items);
    if (idle === mostIdle) failRepeated(`page ${page} and the ${idle - 1} before it have no new items`);
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
  fail('bad_response', 'the reply is nested too deeply', { outcome: 'done' });
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
