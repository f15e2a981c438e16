import type { Schema } from '../bridge/messages.js';

/** What a schema allows a table to be. `unknown`: it does not say, or allows both. */
export type Shape = 'list' | 'object' | 'unknown';

const alternatives = ['anyOf', 'oneOf', 'allOf'] as const;

/** Whether a table under this schema is a list or an object: an empty table does not tell by itself. */
export function shapeOf(schema: Schema | undefined): Shape {
  const types = new Set(schema === undefined ? [] : tableTypes(schema));
  if (types.size !== 1) return 'unknown';
  return types.has('array') ? 'list' : 'object';
}

function tableTypes(schema: Schema): unknown[] {
  const named = [schema['type']].flat().filter((type) => type === 'array' || type === 'object');
  const parts = alternatives.flatMap((keyword) => schemasIn(schema[keyword]));
  return [...named, ...parts.flatMap(tableTypes)];
}

/** The schema of one list item, counted from 0. */
export function itemSchema(schema: Schema | undefined, index: number): Schema | undefined {
  const prefix = schemasIn(schema?.['prefixItems'])[index];
  return prefix ?? asSchema(schema?.['items']);
}

/** The schema of one field of an object. */
export function fieldSchema(schema: Schema | undefined, field: string): Schema | undefined {
  const properties = asSchema(schema?.['properties']);
  if (properties !== undefined && Object.hasOwn(properties, field)) return asSchema(properties[field]);
  return asSchema(schema?.['additionalProperties']);
}

function schemasIn(value: unknown): Schema[] {
  return Array.isArray(value) ? (value as Schema[]) : [];
}

function asSchema(value: unknown): Schema | undefined {
  return typeof value === 'object' && value !== null ? (value as Schema) : undefined;
}
