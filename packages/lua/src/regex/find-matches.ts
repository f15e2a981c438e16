import { compilePattern } from './compile-pattern.js';
import { decodeText } from './decode-text.js';
import { RegexError } from './regex-error.js';

/** Some of the places where a pattern matches. */
export interface Matches {
  /** For each match, and in it for the whole and each group: the first and last byte, from 1; 0 and 0 for a group without part. */
  readonly positions: readonly number[];
  /** Groups of the pattern, the whole not counted. */
  readonly groups: number;
  /** Number of each group that has a name. */
  readonly names: Readonly<Record<string, number>>;
  /** There may be others, which `next` finds. */
  readonly more?: true;
}

/** A search that goes through its text portion by portion, so that what it has found never gathers here. */
export interface Search {
  next(): Matches;
}

const mostTextBytes = 1024 * 1024;
const portion = 4096;

/**
 * Finds matches in time that grows with the text alone, whatever the pattern.
 *
 * `from` is the byte to begin at, counted from 1, or from the end when negative. `limit` is the most matches, 0 for all.
 */
export function findMatches(
  bytes: Uint8Array,
  pattern: string,
  { from, limit }: { readonly from: number; readonly limit: number },
): Search {
  if (bytes.length > mostTextBytes) {
    throw new RegexError(
      `the text has ${bytes.length} bytes; at most ${mostTextBytes} can be searched at once`,
    );
  }
  const expression = compilePattern(pattern);
  const { text, offsets } = decodeText(bytes);
  const toByte = (unit: number) => offsets?.[unit] ?? unit;
  const groups = expression.groupCount();
  const names = expression.namedGroups();
  const matcher = expression.matcher(text);
  const start = unitAt(bytes.length, from, offsets, text.length);
  let found = false;
  let begun = false;
  let last = -1;
  let left = limit || Infinity;

  function find(): boolean {
    found = begun ? matcher.find() : matcher.find(start);
    begun = true;
    // Lua's own functions find no empty text right behind a match, and so does this: `[^,]*` finds two texts in "a,b".
    while (found && matcher.end() === last) found = matcher.find();
    return found;
  }

  return {
    next() {
      const positions: number[] = [];
      while (left > 0 && positions.length < portion && find()) {
        last = matcher.end();
        left -= 1;
        for (let group = 0; group <= groups; group += 1) {
          const begin = matcher.start(group);
          if (begin < 0) positions.push(0, 0);
          else positions.push(toByte(begin) + 1, toByte(matcher.end(group)));
        }
      }
      return found && left > 0 ? { positions, groups, names, more: true } : { positions, groups, names };
    },
  };
}

/** The first unit at or after a byte; the end of the text for one beyond it. */
function unitAt(size: number, from: number, offsets: Uint32Array | undefined, units: number): number {
  const byte = Math.min(size, Math.max(0, from < 0 ? size + from : from - 1));
  if (offsets === undefined) return byte;
  const unit = offsets.subarray(0, units + 1).findIndex((offset) => offset >= byte);
  return unit < 0 ? units : unit;
}
