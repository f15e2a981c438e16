import type { JsonSchema } from '@kosmokrator/runtime';
import type { TypeModel } from '../model/model.js';

/** The schema itself, or the shared type that its `$ref` leads to; undefined when that leads nowhere. */
export function resolveSchema(schema: unknown, types: readonly TypeModel[]): JsonSchema | undefined {
  let found = typeof schema === 'object' && schema !== null ? (schema as JsonSchema) : undefined;
  // A chain of references may run in a circle; it is never longer than the list of types.
  for (let hops = 0; found?.['$ref'] !== undefined; hops++) {
    const ref = found['$ref'];
    found = hops > types.length ? undefined : byReference(types).get(ref);
  }
  return found;
}

const tables = new WeakMap<readonly TypeModel[], ReadonlyMap<unknown, JsonSchema>>();

/** An integration's shared schemas by the `$ref` that leads to them. */
function byReference(types: readonly TypeModel[]): ReadonlyMap<unknown, JsonSchema> {
  const known = tables.get(types);
  if (known) return known;
  const table = new Map(types.map(({ name, schema }) => [`#/types/${name}`, schema]));
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
