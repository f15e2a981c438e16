import type { JsonSchema } from '@kosmokrator/runtime';

/** The `types` of an integration. */
export type Types = Readonly<Record<string, JsonSchema>>;

/** What a param's schema may come to when it is written out. Types that refer to types grow it quickly. */
export const inlineLimit = 2_000;

/**
 * Replaces each `$ref`. Keywords beside a `$ref` win over those of the type. Stops at
 * `inlineLimit` schemas, which validation refuses, as it does recursive types.
 */
export function inlineRefs(schema: JsonSchema, types: Types, count = { schemas: 0 }): JsonSchema {
  if (++count.schemas > inlineLimit) return {};
  const { $ref, ...own } = schema;
  const written = mapSubschemas(own, (sub) => inlineRefs(sub, types, count));
  if (typeof $ref !== 'string') return written;
  return { ...inlineRefs(types[typeName($ref)] ?? {}, types, count), ...written };
}

/** `Database` for `#/types/Database`. */
export function typeName(ref: string): string {
  return ref.replace(/^#\/types\//, '');
}

function mapSubschemas(schema: JsonSchema, map: (sub: JsonSchema) => JsonSchema): JsonSchema {
  const mapped: Record<string, unknown> = { ...schema };
  const { items, properties, additionalProperties, anyOf, oneOf } = schema;
  if (isSchema(items)) mapped['items'] = map(items);
  if (isSchema(additionalProperties)) mapped['additionalProperties'] = map(additionalProperties);
  if (isSchema(properties)) {
    const entries = Object.entries(properties).map(([name, sub]) => [name, map(sub as JsonSchema)]);
    mapped['properties'] = Object.fromEntries(entries);
  }
  if (Array.isArray(anyOf)) mapped['anyOf'] = anyOf.map(map);
  if (Array.isArray(oneOf)) mapped['oneOf'] = oneOf.map(map);
  return mapped;
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
