import { expectCount, expectString } from './expect.js';

/** `split`: the parts between each `search`, or the first `count` of them; an empty `search` splits into code points. */
export function split(subject: unknown, search: unknown, count?: unknown): string[] {
  const text = expectString(subject, 'split', 1);
  const separator = expectString(search, 'split', 2);
  const most = count === undefined ? Infinity : expectCount(count, 'split', 3);
  const parts = separator === '' ? [...text] : text.split(separator);
  if (parts.length <= most + (separator === '' ? 0 : 1)) return parts;
  return [...parts.slice(0, most), parts.slice(most).join(separator)];
}
