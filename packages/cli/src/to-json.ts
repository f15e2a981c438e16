import { randomUUID } from 'node:crypto';

/** JSON text; `indent` 0 is one line. Unlike `JSON.stringify` it keeps every digit of a BigInt. */
export function toJson(value: unknown, indent = 0): string {
  const mark = randomUUID();
  const markBigInt = (_key: string, item: unknown) => (typeof item === 'bigint' ? `${mark}${item}` : item);
  const text = JSON.stringify(value, markBigInt, indent);
  return text.replaceAll(new RegExp(`"${mark}(-?\\d+)"`, 'g'), '$1');
}
