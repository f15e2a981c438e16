import { notAFloat, notAnInteger, notInProcess, RedisError, syntaxError } from '../redis-error.js';

const smallest = -(2n ** 63n);
const largest = 2n ** 63n - 1n;

/** A whole number of 64 bits, spelled as Redis takes it. */
export function readInteger(text: string | undefined, error = notAnInteger): bigint {
  if (text === undefined || !/^(0|-?[1-9]\d{0,18})$/.test(text)) throw error();
  return withinRange(BigInt(text), error);
}

export function withinRange(value: bigint, error: () => RedisError): bigint {
  if (value < smallest || value > largest) throw error();
  return value;
}

/** A whole number that counts or points at something. Beyond 2^53 it is not exact, and points past everything. */
export function readIndex(text: string | undefined, error = notAnInteger): number {
  return Number(readInteger(text, error));
}

/** A count that must not be negative. */
export function readCount(text: string | undefined): number {
  const outOfRange = () => new RedisError('ERR value is out of range, must be positive');
  const count = readIndex(text, outOfRange);
  if (count < 0) throw outOfRange();
  return count;
}

/** A number of 64 bits with a point or an exponent, or an infinity. */
export function readFloat(text: string | undefined, error = notAFloat): number {
  const value = readUnlimitedFloat(text, error);
  const infinite = /^[+-]?inf/i.test(text ?? '');
  const tooSmall = value === 0 && /^[^e]*[1-9]/i.test(text ?? '');
  if (tooSmall || (!Number.isFinite(value) && !infinite)) throw error();
  return value;
}

/** The same, where too large a number is infinite and too small a one 0. */
export function readUnlimitedFloat(text = '', error = notAFloat): number {
  const infinite = /^([+-]?)inf(inity)?$/i.exec(text);
  if (infinite !== null) return infinite[1] === '-' ? -Infinity : Infinity;
  if (/^[+-]?0x/i.test(text)) throw notInProcess('hexadecimal numbers');
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text)) throw error();
  return Number(text);
}

/** A score as text: the fewest digits that give the same number back. */
export function writeFloat(value: number): string {
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0' : String(value);
  return value > 0 ? 'inf' : '-inf';
}

/** Options with how many arguments follow each; what is found comes with them. Names are in capitals. */
export type OptionShape = Readonly<Record<string, number>>;

/** Reads options up to the end. Any other word is a syntax error, and one of `missing` is refused. */
export function readOptions(
  args: readonly string[],
  shape: OptionShape,
  missing: Readonly<Record<string, string>> = {},
): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (let at = 0; at < args.length; at += 1) {
    const name = args[at]?.toUpperCase() ?? '';
    if (Object.hasOwn(missing, name)) throw notInProcess(missing[name] ?? name);
    const size = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (size === undefined || at + size >= args.length) throw syntaxError();
    found.set(name, args.slice(at + 1, at + 1 + size));
    at += size;
  }
  return found;
}

/** How many of these options there are. */
export function countOf(options: ReadonlyMap<string, unknown>, ...names: string[]): number {
  return names.filter((name) => options.has(name)).length;
}

/** The part of a sequence from `start` to `stop`, both included, both counted from the end when negative. */
export function sliceRange<T extends string | readonly unknown[]>(whole: T, start: number, stop: number): T {
  const from = Math.max(0, start < 0 ? whole.length + start : start);
  const to = stop < 0 ? whole.length + stop : stop;
  return whole.slice(from, Math.max(from, to + 1)) as T;
}
