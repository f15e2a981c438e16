import type { JsonSchema } from '@kosmokrator/runtime';
import type { SpecPath } from '../../spec/spec.js';

/** The schema that describes the value at a path, and has the keyword. ajv's own path ends at the last `$ref`. */
export function formSchemaAt(root: JsonSchema, path: SpecPath, keyword: string): JsonSchema {
  let found = expand(root, root);
  for (const step of path) {
    found = found.flatMap((schema) => below(schema, step)).flatMap((schema) => expand(root, schema));
  }
  return found.find((schema) => Object.hasOwn(schema, keyword)) ?? {};
}

/** A schema and those that hold for the same value. */
function expand(root: JsonSchema, schema: JsonSchema): JsonSchema[] {
  const definitions = root['$defs'] as Readonly<Record<string, JsonSchema>>;
  const { $ref } = schema;
  const target = typeof $ref === 'string' ? definitions[$ref.replace('#/$defs/', '')] : undefined;
  const others = [target, schema['then'], schema['else']].filter((other) => other !== undefined);
  return [schema, ...others.flatMap((other) => expand(root, other as JsonSchema))];
}

function below(schema: JsonSchema, step: string | number): JsonSchema[] {
  const { items, properties, additionalProperties } = schema;
  const named = properties as Readonly<Record<string, JsonSchema>> | undefined;
  if (typeof step === 'number') return items === undefined ? [] : [items as JsonSchema];
  if (named && Object.hasOwn(named, step)) return [named[step]!];
  return typeof additionalProperties === 'object' ? [additionalProperties as JsonSchema] : [];
}
