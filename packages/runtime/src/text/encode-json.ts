/**
 * JSON text of a value that `copyJson` has made. Unlike `JSON.stringify` it takes
 * BigInt, which it writes as a number with every digit.
 */
export function encodeJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return encodeEach(value);
  }
}

function encodeEach(value: unknown): string {
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return `[${value.map(encodeJson).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}:${encodeJson(member)}`,
  );
  return `{${members.join()}}`;
}
