import type { JsonSchema } from '@kosmokrator/runtime';
import type { TypeModel } from '../model/model.js';
import { followReference } from '../spec/follow-reference.js';

/** The schema itself, or the shared type that its `$ref` leads to; undefined when that leads nowhere. */
export function resolveSchema(schema: unknown, types: readonly TypeModel[]): JsonSchema | undefined {
  return followReference(schema, (name) => byName(types).get(name));
}

const tables = new WeakMap<readonly TypeModel[], ReadonlyMap<string, JsonSchema>>();

/** An integration's shared schemas by their names. */
function byName(types: readonly TypeModel[]): ReadonlyMap<string, JsonSchema> {
  const known = tables.get(types);
  if (known) return known;
  const table = new Map(types.map(({ name, schema }) => [name, schema]));
  tables.set(types, table);
  return table;
}

/** The schema of a field below an object's schema, through `$ref`s; undefined when no such field is named. */
export function schemaAt(
  schema: JsonSchema,
  path: readonly string[],
  types: readonly TypeModel[],
): JsonSchema | undefined {
  return path.reduce<JsonSchema | undefined>(
    (current, name) => {
      const properties = current?.['properties'];
      const known = typeof properties === 'object' && properties !== null && Object.hasOwn(properties, name);
      return known ? resolveSchema((properties as JsonSchema)[name], types) : undefined;
    },
    resolveSchema(schema, types),
  );
}
