import { createRequire } from 'node:module';
import type { RE2JS } from 're2js';
import { decodeText } from './decode-text.js';

/** Where a pattern matches. */
export interface Matches {
  /** For each match, and in it for the whole and each group: the first and last byte, from 1; 0 and 0 for a group without part. */
  readonly positions: readonly number[];
  /** Groups of the pattern, the whole not counted. */
  readonly groups: number;
  /** Number of each group that has a name. */
  readonly names: Readonly<Record<string, number>>;
}

/** A pattern or a text that cannot be used; the message is for the script's author. */
export class RegexError extends Error {
  override readonly name = 'RegexError';
}

const mostPatternBytes = 4096;
const mostTextBytes = 1024 * 1024;
const mostCompiled = 50;

const compiled = new Map<string, RE2JS>();

/**
 * Finds matches in time that grows with the text alone, whatever the pattern.
 *
 * `from` is the byte to begin at, counted from 1, or from the end when negative. `limit` is the most matches, 0 for all.
 */
export function findMatches(
  bytes: Uint8Array,
  pattern: string,
  { from, limit }: { readonly from: number; readonly limit: number },
): Matches {
  if (bytes.length > mostTextBytes) {
    throw new RegexError(
      `the text has ${bytes.length} bytes, and at most ${mostTextBytes} are searched at once`,
    );
  }
  const expression = compile(pattern);
  const { text, offsets } = decodeText(bytes);
  const toByte = (unit: number) => offsets?.[unit] ?? unit;
  const groups = expression.groupCount();
  const positions: number[] = [];
  const matcher = expression.matcher(text);
  let found = matcher.find(unitAt(bytes.length, from, offsets, text.length));
  let last = -1;
  for (let left = limit || Infinity; found && left > 0; found = matcher.find()) {
    // As in Lua's own functions, nothing is found right behind something: `[^,]*` finds two texts in "a,b".
    if (matcher.end() === last) continue;
    last = matcher.end();
    left -= 1;
    for (let group = 0; group <= groups; group += 1) {
      const start = matcher.start(group);
      if (start < 0) positions.push(0, 0);
      else positions.push(toByte(start) + 1, toByte(matcher.end(group)));
    }
  }
  return { positions, groups, names: expression.namedGroups() };
}

/** The first unit at or after a byte; the end of the text for one beyond it. */
function unitAt(size: number, from: number, offsets: Uint32Array | undefined, units: number): number {
  const byte = Math.min(size, Math.max(0, from < 0 ? size + from : from - 1));
  if (offsets === undefined) return byte;
  const unit = offsets.subarray(0, units + 1).findIndex((offset) => offset >= byte);
  return unit < 0 ? units : unit;
}

function compile(pattern: string): RE2JS {
  const known = compiled.get(pattern);
  if (known) return known;
  if (pattern.length > mostPatternBytes) {
    throw new RegexError(`the pattern is longer than ${mostPatternBytes} characters`);
  }
  const expression = parse(pattern);
  if (compiled.size >= mostCompiled) compiled.delete(compiled.keys().next().value!);
  compiled.set(pattern, expression);
  return expression;
}

let engine: typeof RE2JS | undefined;

function parse(pattern: string): RE2JS {
  // A script that has no regular expressions does not wait for the engine to load.
  engine ??= (createRequire(import.meta.url)('re2js') as { RE2JS: typeof RE2JS }).RE2JS;
  try {
    return engine.compile(pattern);
  } catch (error) {
    const isDeep = error instanceof RangeError;
    const reason = isDeep
      ? 'it is nested too deeply'
      : (error as Error).message.replace(/^error parsing regexp: /, '');
    throw new RegexError(`the pattern ${JSON.stringify(pattern)} cannot be used: ${reason}`);
  }
}
