const mark = '[redacted]';
const maxDepth = 500;

/**
 * A copy of a result in which the values of the given keys read "[redacted]", at any
 * depth; null stays null. Throws a RangeError when the value is nested deeper than 500.
 */
export function redact(value: unknown, keys: readonly string[], depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value ?? null;
  if (depth > maxDepth) throw new RangeError(`nested deeper than ${maxDepth} levels`);
  if (Array.isArray(value)) return value.map((item) => redact(item, keys, depth + 1));
  const member = ([key, item]: [string, unknown]) =>
    [key, keys.includes(key) && item !== null ? mark : redact(item, keys, depth + 1)] as const;
  // fromEntries defines members, so that a key `__proto__` is data like any other.
  return Object.fromEntries(Object.entries(value).map(member));
}

/** Replaces every secret in a text, the longest first. */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((shown, secret) => shown.replaceAll(secret, mark), text);
}

/** The forms in which an account's secrets could show up, longest first. */
export function secretForms(secrets: readonly string[]): string[] {
  const forms = secrets.flatMap((secret) => [secret, encodeURIComponent(secret)]);
  return [...new Set(forms)].filter(Boolean).toSorted((a, b) => b.length - a.length);
}
