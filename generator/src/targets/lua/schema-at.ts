import type { JsonSchema } from '@kosmokrator/runtime';
import type { TypeModel } from '../../model/model.js';

/** The schema of a field below an object's schema, through `$ref`s; undefined when no such field is named. */
export function schemaAt(
  schema: JsonSchema,
  path: readonly string[],
  types: readonly TypeModel[],
): JsonSchema | undefined {
  let current: JsonSchema | undefined = resolve(schema, types);
  for (const name of path) {
    const properties: unknown = current?.['properties'];
    const known = typeof properties === 'object' && properties !== null && Object.hasOwn(properties, name);
    current = known ? resolve((properties as Record<string, JsonSchema>)[name]!, types) : undefined;
  }
  return current;
}

function resolve(schema: JsonSchema, types: readonly TypeModel[]): JsonSchema | undefined {
  const name = typeof schema['$ref'] === 'string' ? schema['$ref'].replace('#/types/', '') : undefined;
  return name === undefined ? schema : types.find((type) => type.name === name)?.schema;
}
