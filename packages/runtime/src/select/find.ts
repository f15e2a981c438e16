import { expectInteger, expectString } from './expect.js';

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
