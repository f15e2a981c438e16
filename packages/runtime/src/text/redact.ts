import { fail } from '../error.js';

/** What stands in place of a secret. */
export const mark = '[redacted]';

/**
 * A copy of a result in which the values of the given keys and the secrets in its texts
 * read "[redacted]", at any depth; null stays null. Throws `bad_response` when the value
 * is nested deeper than 500.
 */
export function redact(value: unknown, keys: readonly string[], secrets: readonly string[] = []): unknown {
  const copy = (part: unknown, depth: number): unknown => {
    if (typeof part === 'string') return hideSecrets(part, secrets);
    if (Object(part) !== part) return part ?? null;
    if (depth > 500) fail('bad_response', 'the reply is nested deeper than 500 levels', { outcome: 'done' });
    if (Array.isArray(part)) return part.map((item) => copy(item, depth + 1));
    // fromEntries defines members, so that a key `__proto__` is data like any other.
    return Object.fromEntries(
      Object.entries(part as object).map(([key, item]) => [
        hideSecrets(key, secrets),
        keys.includes(key) && item !== null ? mark : copy(item, depth + 1),
      ]),
    );
  };
  return copy(value, 0);
}

/** Replaces every secret in a text, the longest first. */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce(
    // Most texts hold none, and looking is cheaper than replacing.
    (shown, secret) => (shown.includes(secret) ? shown.replaceAll(secret, mark) : shown),
    text,
  );
}

/**
 * The forms in which an account's secrets could show up, longest first: in plain, as a host name, in a URL, in JSON,
 * and in base64 at each of the three places of a group. Hosts look for more; see `createRedactor`. What is shorter
 * than 4 characters, or no possible secret, is left out.
 */
export function secretForms(secrets: readonly string[]): string[] {
  const forms = (secret: string) =>
    [secret, secret.toLowerCase(), encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)].concat(
      // Whole groups only: the rest depends on what stands beside the secret.
      [0, 1, 2].map((skip) => btoa(secret.slice(skip)).replace(/..(.=|==)$/, '')),
    );
  return secrets
    .filter((secret) => /^[!-~]{4,}$/.test(secret))
    .flatMap(forms)
    .filter(Boolean)
    .toSorted((a, b) => b.length - a.length);
}
