import type { Manifest } from '../catalog/manifest.js';
import { splitWords } from './plain-words.js';

/** The integrations that a question names, and its words that name them. */
export interface NamedIntegrations {
  readonly namespaces: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

/**
 * Finds the integrations that a text in small letters names by their namespace or title, spaced in whatever way. Of
 * names that overlap the longest counts: "Upstash Redis for Agents" does not name Upstash Redis.
 */
export function nameIntegrations(
  names: readonly Pick<Manifest, 'namespace' | 'title'>[],
): (text: string) => NamedIntegrations {
  const byName = new Map<string, string[]>();
  let longest = 0;
  for (const { namespace, title } of names) {
    for (const name of [namespace, title]) {
      const words = splitWords(name.toLowerCase());
      longest = Math.max(longest, words.length);
      const key = words.join('');
      byName.set(key, [...(byName.get(key) ?? []), namespace]);
    }
  }
  return (text) => findNames(splitWords(text), byName, longest);
}

function findNames(
  words: readonly string[],
  byName: ReadonlyMap<string, readonly string[]>,
  longest: number,
): NamedIntegrations {
  const namespaces = new Set<string>();
  const naming = new Map<number, string>();
  // One word more than any name has: `planet scale`.
  for (let length = longest + 1; length > 0; length -= 1) {
    for (let at = 0; at + length <= words.length; at += 1) {
      const some = words.slice(at, at + length);
      const found = byName.get(some.join(''));
      if (found === undefined || some.some((_, position) => naming.has(at + position))) continue;
      for (const [position, word] of some.entries()) naming.set(at + position, word);
      for (const namespace of found) namespaces.add(namespace);
    }
  }
  return { namespaces, words: new Set(naming.values()) };
}
