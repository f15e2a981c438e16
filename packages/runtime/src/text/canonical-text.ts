/**
 * Text that is the same for equal JSON values, and for no others: `{"a":1,"b":2}` for `{ b: 2, a: 1 }`. The order of an
 * object's members does not count, nor whether a whole number is a BigInt.
 */
export function canonicalText(value: unknown): string {
  if (typeof value === 'bigint') return `${value}`;
  if (Number.isInteger(value)) return `${BigInt(value as number)}`;
  if (Array.isArray(value)) return `[${value.map(canonicalText).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.keys(value)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${canonicalText((value as Record<string, unknown>)[key])}`);
  return `{${members.join()}}`;
}
