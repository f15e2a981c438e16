import { expectCount, expectInteger, expectString, expectStrings, SelectError } from './expect.js';

/** `starts_with`: whether a string begins with another. */
export function startsWith(subject: unknown, prefix: unknown): boolean {
  return expectString(subject, 'starts_with', 1).startsWith(expectString(prefix, 'starts_with', 2));
}

/** `ends_with`: whether a string ends with another. */
export function endsWith(subject: unknown, suffix: unknown): boolean {
  return expectString(subject, 'ends_with', 1).endsWith(expectString(suffix, 'ends_with', 2));
}

/** `lower`: in small letters, by Unicode's default rules and no locale's. */
export function lower(subject: unknown): string {
  return expectString(subject, 'lower', 1).toLowerCase();
}

/** `upper`: in capital letters, by Unicode's default rules and no locale's. */
export function upper(subject: unknown): string {
  return expectString(subject, 'upper', 1).toUpperCase();
}

/** `join`: the strings of a list in one, with `glue` between them. */
export function join(glue: unknown, strings: unknown): string {
  return expectStrings(strings, 'join', 2).join(expectString(glue, 'join', 1));
}

/** `split`: the parts between each `search`, or the first `count` of them; an empty `search` splits into code points. */
export function split(subject: unknown, search: unknown, count?: unknown): string[] {
  const text = expectString(subject, 'split', 1);
  const separator = expectString(search, 'split', 2);
  const most = count === undefined ? Infinity : expectCount(count, 'split', 3);
  const parts = separator === '' ? [...text] : text.split(separator);
  if (parts.length <= most + (separator === '' ? 0 : 1)) return parts;
  return [...parts.slice(0, most), parts.slice(most).join(separator)];
}

/** `replace`: puts `by` for each `old`, or for the first `count` of them. An empty `old` stands nowhere. */
export function replace(subject: unknown, old: unknown, by: unknown, count?: unknown): string {
  const text = expectString(subject, 'replace', 1);
  const search = expectString(old, 'replace', 2);
  const replacement = expectString(by, 'replace', 3);
  const most = count === undefined ? Infinity : expectCount(count, 'replace', 4);
  if (search === '') return text;
  const parts = text.split(search);
  return parts.reduce((done, part, index) => done + (index <= most ? replacement : search) + part);
}

/** `pad_left`: fills up in front to `width` code points, with spaces or the one character given. */
export function padLeft(subject: unknown, width: unknown, pad?: unknown): string {
  const text = expectString(subject, 'pad_left', 1);
  return padding('pad_left', text, width, pad) + text;
}

/** `pad_right`: fills up at the end to `width` code points, with spaces or the one character given. */
export function padRight(subject: unknown, width: unknown, pad?: unknown): string {
  const text = expectString(subject, 'pad_right', 1);
  return text + padding('pad_right', text, width, pad);
}

const widest = 1_000_000;

function padding(fn: string, text: string, width: unknown, pad: unknown = ' '): string {
  const count = expectCount(width, fn, 2);
  if (count > widest) throw new SelectError(`${fn}(): argument 2 must not be over ${widest}`);
  const character = expectString(pad, fn, 3);
  if ([...character].length !== 1) throw new SelectError(`${fn}(): argument 3 must be one character`);
  return character.repeat(Math.max(0, count - [...text].length));
}

/** `find_first`: index of the first place where `sub` stands in `subject[start:end]`, in code points; null when nowhere. */
export function findFirst(subject: unknown, sub: unknown, start?: unknown, end?: unknown): number | null {
  return find('find_first', (text, part) => text.indexOf(part), subject, sub, start, end);
}

/** `find_last`: index of the last place where `sub` stands in `subject[start:end]`, in code points; null when nowhere. */
export function findLast(subject: unknown, sub: unknown, start?: unknown, end?: unknown): number | null {
  return find('find_last', (text, part) => text.lastIndexOf(part), subject, sub, start, end);
}

function find(
  fn: string,
  search: (text: string, part: string) => number,
  subject: unknown,
  sub: unknown,
  start: unknown = 0,
  end?: unknown,
): number | null {
  const points = [...expectString(subject, fn, 1)];
  const part = expectString(sub, fn, 2);
  const bound = (value: unknown, position: number) => {
    const index = expectInteger(value, fn, position);
    return Math.min(Math.max(index < 0 ? index + points.length : index, 0), points.length);
  };
  const first = bound(start, 3);
  const text = points.slice(first, end === undefined ? points.length : bound(end, 4)).join('');
  const index = part === '' ? -1 : search(text, part);
  return index < 0 ? null : first + Array.from(text.slice(0, index)).length;
}
