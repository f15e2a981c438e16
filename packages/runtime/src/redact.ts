const mark = '[redacted]';
const maxDepth = 500;

/**
 * A copy of a result in which the values of the given keys and the secrets in its texts
 * read "[redacted]", at any depth; null stays null. Throws a RangeError when the value
 * is nested deeper than 500.
 */
export function redact(
  value: unknown,
  keys: readonly string[],
  secrets: readonly string[] = [],
  depth = 0,
): unknown {
  if (typeof value === 'string') return hideSecrets(value, secrets);
  if (typeof value !== 'object' || value === null) return value ?? null;
  if (depth > maxDepth) throw new RangeError(`nested deeper than ${maxDepth} levels`);
  if (Array.isArray(value)) return value.map((item) => redact(item, keys, secrets, depth + 1));
  const member = ([key, item]: [string, unknown]) =>
    [
      hideSecrets(key, secrets),
      keys.includes(key) && item !== null ? mark : redact(item, keys, secrets, depth + 1),
    ] as const;
  // fromEntries defines members, so that a key `__proto__` is data like any other.
  return Object.fromEntries(Object.entries(value).map(member));
}

/** Replaces every secret in a text, the longest first. */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce(
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
  const forms = secrets
    .filter(possible)
    .flatMap((secret) =>
      [secret, secret.toLowerCase(), encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)].concat(
        ['', '0', '00'].map((before) => base64Core(before, secret)),
      ),
    );
  return [...new Set(forms)].toSorted((a, b) => b.length - a.length);
}

function possible(secret: string): boolean {
  return /^[\x21-\x7e]{4,}$/.test(secret);
}

/** The base64 characters that the secret alone decides, when `before` comes first. */
function base64Core(before: string, secret: string): string {
  const size = (text: string) => (text.length * 4) / 3;
  return btoa(before + secret).slice(Math.ceil(size(before)), Math.floor(size(before + secret)));
}
