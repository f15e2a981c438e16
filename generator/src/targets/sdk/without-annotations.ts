import type { JsonSchema } from '@kosmokrator/runtime';

type Schema = JsonSchema | boolean;

const annotations = new Set(['title', 'description', 'examples', '$comment', 'deprecated']);
const one = new Set([
  'items',
  'additionalProperties',
  'contains',
  'propertyNames',
  'not',
  'if',
  'then',
  'else',
]);
const lists = new Set(['anyOf', 'oneOf', 'allOf', 'prefixItems']);
const records = new Set(['properties', 'patternProperties', 'dependentSchemas']);

/** A schema as the runtime checks it: without the words for people, which would only make bundles larger. */
export function withoutAnnotations(schema: Schema): Schema {
  if (typeof schema === 'boolean') return schema;
  const kept = Object.entries(schema).filter(([keyword]) => !annotations.has(keyword));
  return Object.fromEntries(kept.map(([keyword, value]) => [keyword, strip(keyword, value)]));
}

function strip(keyword: string, value: unknown): unknown {
  if (one.has(keyword)) return withoutAnnotations(value as Schema);
  if (lists.has(keyword)) return (value as Schema[]).map(withoutAnnotations);
  if (!records.has(keyword)) return value;
  const entries = Object.entries(value as Record<string, Schema>);
  return Object.fromEntries(entries.map(([name, schema]) => [name, withoutAnnotations(schema)]));
}
