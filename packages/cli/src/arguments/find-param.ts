import type { JsonSchema } from '@kosmokrator/runtime';
import { didYouMean } from '@kosmokrator/runtime';
import { quoteText } from '@kosmokrator/host';
import { UsageError } from '../errors/usage-error.js';
import { ownOptions } from './own-options.js';

/** Where a flag leads: the names on the way, as the schema spells them, and the schema of what is there. */
export interface FoundParam {
  readonly path: readonly string[];
  readonly schema: JsonSchema;
}

/** Follows `filter.status` in an input schema, with `-` or `_`. Undefined where it leads nowhere. */
export function findParam(input: JsonSchema, name: string): FoundParam | undefined {
  if (hasMember(input, name)) return { path: [name], schema: memberOf(input, name)! };
  const path: string[] = [];
  let schema: JsonSchema | undefined = input;
  for (const word of name.split('.')) {
    const underscored = word.replaceAll('-', '_');
    const known: string = !hasMember(schema, word) && hasMember(schema, underscored) ? underscored : word;
    schema = memberOf(schema, known);
    if (schema === undefined) return undefined;
    path.push(known);
  }
  return { path, schema };
}

/** The error for a flag that leads nowhere. */
export function unknownFlag(raw: string, name: string, input: JsonSchema, fn: string): UsageError {
  const params = paramNames(input);
  const near = didYouMean(name.replaceAll('-', '_'), params) || didYouMean(name, Object.keys(ownOptions));
  const hint = near.replace(/"([^"]+)"/g, '"--$1"') || `; its params are ${params.join(', ') || 'none'}`;
  return new UsageError(`${fn} has no param for ${quoteText(raw)}${hint}`);
}

function paramNames(input: JsonSchema): string[] {
  const nested = Object.entries(propertiesOf(input)).flatMap(([name, schema]) =>
    Object.keys(propertiesOf(schema)).map((member) => `${name}.${member}`),
  );
  return [...Object.keys(propertiesOf(input)), ...nested];
}

function hasMember(schema: JsonSchema, name: string): boolean {
  return Object.hasOwn(propertiesOf(schema), name);
}

function memberOf(schema: JsonSchema, name: string): JsonSchema | undefined {
  if (hasMember(schema, name)) return propertiesOf(schema)[name];
  const { additionalProperties: more, type } = schema;
  if (more === false || (type !== undefined && ![type].flat().includes('object'))) return undefined;
  return typeof more === 'object' && more !== null ? (more as JsonSchema) : {};
}

export function propertiesOf({ properties }: JsonSchema): Readonly<Record<string, JsonSchema>> {
  return (properties ?? {}) as Readonly<Record<string, JsonSchema>>;
}
