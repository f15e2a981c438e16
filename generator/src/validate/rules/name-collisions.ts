import type { Rule, SpecContext } from '../context.js';
import { type NamedPlace, nameScopes } from '../declared-names.js';
import type { Finding } from '../finding.js';
import { quoteName } from '../quote.js';

/**
 * Two names may not become one on any surface. Targets spell `get_key` as `getKey` or
 * `GetKey`, and some file systems know no case, so names are compared by their letters
 * and digits alone.
 */
export const nameCollisions: Rule = function* (context) {
  yield* integrationCollisions(context);
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

/** Skills and classes are called by the words of an integration's name: `a` and `a-` would share one. */
function* integrationCollisions({ integration, integrationNames }: SpecContext): Iterable<Finding> {
  const { name } = integration.value;
  const words = (of: string) => of.split('-').filter(Boolean).join('-');
  for (const other of integrationNames) {
    if (other === name || words(other) !== words(name)) continue;
    const message = `integration ${quoteName(name)} collides with ${quoteName(other)}: both become ${quoteName(words(name))}`;
    yield { code: 'NAME_COLLISION', message, at: { file: integration, path: ['name'] } };
  }
}

function spelled(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}

function collision(named: NamedPlace, other: NamedPlace) {
  const same =
    named.kind === other.kind && named.name === other.name
      ? 'is listed twice'
      : `collides with ${quoteName(other.name)}`;
  return {
    code: 'NAME_COLLISION' as const,
    message: `${named.kind} ${quoteName(named.name)} ${same}`,
    at: named.at,
    related: { message: `${other.kind} ${quoteName(other.name)} is here`, at: other.at },
  };
}
