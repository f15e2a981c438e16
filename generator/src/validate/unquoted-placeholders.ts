import type { SpecPath } from '../spec/spec.js';

/** Where a body has `{name}` without quotes, which YAML reads as a mapping of one key without a value. */
export function* unquotedPlaceholders(
  body: unknown,
  known: ReadonlySet<string>,
  path: SpecPath = [],
): Iterable<{ readonly name: string; readonly path: SpecPath }> {
  if (typeof body !== 'object' || body === null) return;
  const entries = Object.entries(body);
  const [[name = '', value] = []] = entries;
  // The body itself may be such a mapping.
  if (path.length > 0 && entries.length === 1 && value === null && known.has(name)) yield { name, path };
  for (const [key, part] of entries)
    yield* unquotedPlaceholders(part, known, [...path, Array.isArray(body) ? Number(key) : key]);
}
