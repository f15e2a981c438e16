import { randomUUID } from 'node:crypto';

/**
 * JSON text; `indent` 0 is one line. Unlike `JSON.stringify` it keeps every digit of a BigInt. Bytes are text, in which
 * what is not UTF-8 is replaced.
 */
export function toJson(value: unknown, indent = 0): string {
  const mark = randomUUID();
  const spell = (_key: string, item: unknown) => {
    if (item instanceof Uint8Array) return new TextDecoder().decode(item);
    return typeof item === 'bigint' ? `${mark}${item}` : item;
  };
  const text = JSON.stringify(value, spell, indent);
  return text.replaceAll(new RegExp(`"${mark}(-?\\d+)"`, 'g'), '$1');
}
