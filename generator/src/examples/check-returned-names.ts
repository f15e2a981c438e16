import type { JsonSchema } from '@kosmokrator/runtime';
import type { SpecContext } from '../validate/context.js';
import type { Finding } from '../validate/finding.js';
import { quoteName } from '../validate/quote.js';
import { schemasOf } from '../validate/schemas/schema-uses.js';
import { addKeys } from './known-members.js';
import { nearName } from './near-name.js';

/**
 * A property that a schema describes and no example has, while the examples have a member of nearly that name that no schema
 * describes, is misspelt: a result is open, so nothing else would tell. A property that no example shows is fine by itself.
 */
export function* checkReturnedNames(context: SpecContext): Iterable<Finding> {
  const uses = [...schemasOf(context)].filter(({ path }) => path[0] !== 'params');
  const described = new Set(uses.flatMap(({ schema }) => propertiesOf(schema)));
  const shown = new Set<string>();
  for (const { value } of context.functions) for (const { result } of value.examples) addKeys(result, shown);
  const undescribed = [...shown].filter((name) => !described.has(name));
  for (const { schema, file, path } of uses) {
    for (const name of propertiesOf(schema)) {
      const meant = shown.has(name) ? undefined : nearName(name, undescribed);
      if (meant === undefined) continue;
      const message = `no example has ${quoteName(name)}, but one has ${quoteName(meant)}, which no schema describes`;
      const at = { file, path: [...path, 'properties', name], part: 'key' } as const;
      yield { code: 'EXAMPLE_RETURNS', message, at, help: `Did you mean ${quoteName(meant)}?` };
    }
  }
}

function propertiesOf({ properties = {} }: JsonSchema): string[] {
  return Object.keys(properties as object);
}
