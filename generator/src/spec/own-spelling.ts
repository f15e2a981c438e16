/** A value in the API's own spelling; of a list, each item. */
export function ownSpelling(value: unknown, values: Readonly<Record<string, string>> = {}): unknown {
  if (Array.isArray(value)) return value.map((item) => ownSpelling(item, values));
  return typeof value === 'string' && Object.hasOwn(values, value) ? values[value] : value;
}
