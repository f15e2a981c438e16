import type { Rule } from '../context.js';
import { type NamedPlace, nameScopes } from '../declared-names.js';
import { quoteName } from '../quote.js';

/**
 * Two names may not become one on any surface. Targets spell `get_key` as `getKey` or
 * `GetKey`, and some file systems know no case, so names are compared by their letters
 * and digits alone.
 */
export const nameCollisions: Rule = function* (context) {
  for (const scope of nameScopes(context)) {
    const first = new Map<string, NamedPlace>();
    for (const named of scope) {
      const form = spelled(named.name);
      const other = first.get(form);
      if (other === undefined) first.set(form, named);
      else if (other !== named) yield collision(named, other);
    }
  }
};

function spelled(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}

function collision(named: NamedPlace, other: NamedPlace) {
  const same =
    named.kind === other.kind && named.name === other.name
      ? 'is there twice'
      : `collides with ${quoteName(other.name)}`;
  return {
    code: 'NAME_COLLISION' as const,
    message: `${named.kind} ${quoteName(named.name)} ${same}`,
    at: named.at,
    related: { message: `${other.kind} ${quoteName(other.name)} is here`, at: other.at },
  };
}
