import type { JsonSchema } from '@kosmokrator/runtime';
import { resolveSchema } from '../../emit/schema-at.js';
import { plainLine } from '../../emit/syntax/plain-line.js';
import type { FunctionModel, IntegrationModel, TypeModel } from '../../model/model.js';

/** Output schemas by tool name; each stands by itself and describes an object, as the protocol wants. */
export function outputSchemas(integration: IntegrationModel): Record<string, JsonSchema> {
  return Object.fromEntries(
    integration.functions.map((fn) => [fn.fullName, outputSchema(fn, integration.types)]),
  );
}

/**
 * The schema of `structuredContent`, which is an object: a list travels as `{ items }`, an object as itself, and
 * any other value, null included, as `{ value }`.
 */
export function outputSchema(fn: FunctionModel, types: readonly TypeModel[]): JsonSchema {
  const used = new Map<string, JsonSchema>();
  // Not a `$ref`: a root has to say `type: object` itself.
  const returns = resolveSchema(fn.returns, types);
  const root = wrapped(localize(returns ?? {}, types, used) as JsonSchema);
  return used.size === 0 ? root : { ...root, $defs: Object.fromEntries(used) };
}

/** Turns `#/types/X` into `#/$defs/X` and gathers what is used, all the way down. */
function localize(value: unknown, types: readonly TypeModel[], used: Map<string, JsonSchema>): unknown {
  if (Array.isArray(value)) return value.map((item) => localize(item, types, used));
  if (typeof value !== 'object' || value === null) return value;
  const schema = Object.entries(value).map(([key, item]): [string, unknown] => {
    if (key === '$ref' && typeof item === 'string') return [key, reference(item, types, used)];
    if (key === 'description' && typeof item === 'string') return [key, plainLine(item)];
    return [key, localize(item, types, used)];
  });
  return Object.fromEntries(schema);
}

function reference(ref: string, types: readonly TypeModel[], used: Map<string, JsonSchema>): string {
  const type = types.find(({ name }) => ref === `#/types/${name}`);
  if (!type) return ref;
  if (!used.has(type.name)) {
    used.set(type.name, {});
    used.set(type.name, localize(type.schema, types, used) as JsonSchema);
  }
  return `#/$defs/${type.name}`;
}

function wrapped(schema: JsonSchema): JsonSchema {
  const names = [schema['type'] ?? ('properties' in schema ? 'object' : [])].flat() as string[];
  if (names.length === 0) return { type: 'object' };
  const scalars = names.filter((name) => name !== 'object' && name !== 'array');
  const shapes = [
    ...(names.includes('object') ? [narrowed(schema, 'object', arrayKeywords)] : []),
    ...(names.includes('array') ? [wrapper('items', narrowed(schema, 'array', objectKeywords))] : []),
    ...(scalars.length > 0 ? [wrapper('value', narrowed(schema, scalars, tableKeywords))] : []),
  ];
  return shapes.length === 1 ? shapes[0]! : { type: 'object', anyOf: shapes };
}

const objectKeywords = 'properties required additionalProperties patternProperties propertyNames'.split(' ');
const arrayKeywords = 'items prefixItems minItems maxItems uniqueItems contains'.split(' ');
const tableKeywords = [...objectKeywords, ...arrayKeywords];

/** A schema of several types, for some of them: what only concerns the others is left out. */
function narrowed(schema: JsonSchema, type: string | string[], foreign: readonly string[]): JsonSchema {
  const kept = Object.entries(schema).filter(([keyword]) => !foreign.includes(keyword));
  return {
    ...Object.fromEntries(kept),
    type: typeof type !== 'string' && type.length === 1 ? type[0] : type,
  };
}

function wrapper(name: string, schema: JsonSchema): JsonSchema {
  return { type: 'object', required: [name], properties: { [name]: schema }, additionalProperties: false };
}
