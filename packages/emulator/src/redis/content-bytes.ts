/** Bytes of the text and the bytes inside a value, whatever lists, sets, maps and objects it is made of. */
export function contentBytes(value: unknown): number {
  if (typeof value === 'object' && value !== null) {
    if (Buffer.isBuffer(value)) return value.length;
    if (value instanceof Map) return sum([...value].flat());
    if (Symbol.iterator in value) return sum([...(value as Iterable<unknown>)]);
    return sum(Object.entries(value).flat());
  }
  return value === null || value === undefined ? 0 : Buffer.byteLength(String(value));
}

function sum(items: readonly unknown[]): number {
  return items.reduce<number>((bytes, item) => bytes + contentBytes(item), 0);
}
