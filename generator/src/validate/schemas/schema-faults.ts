import type { JsonSchema } from '@kosmokrator/runtime';
import { canonicalText } from '@kosmokrator/runtime/parts';
import { compiles } from '../patterns/compiles.js';
import { quoteName, quoteValue } from '../quote.js';
import { suggest } from '../suggest.js';

export interface SchemaFault {
  readonly message: string;
  /** The path inside the schema. */
  readonly keyword: readonly string[];
  readonly help?: string;
}

/** The types that a keyword says something about. */
const appliesTo: Readonly<Record<string, readonly string[]>> = {
  ...of(['string'], 'minLength maxLength pattern format'),
  ...of(['number', 'integer'], 'minimum maximum exclusiveMinimum exclusiveMaximum multipleOf'),
  ...of(['array'], 'items minItems maxItems uniqueItems'),
  ...of(['object'], 'properties additionalProperties'),
};

const bounds = [
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
  ['minimum', 'maximum'],
  ['exclusiveMinimum', 'exclusiveMaximum'],
] as const;

/** Words of a param that say nothing of its value. */
const paramWords = new Set(['description', 'required', 'values', 'default', 'generate', 'in', 'as']);

/** What is wrong within one schema; the schemas inside it are looked at for themselves. */
export function* schemaFaults(schema: JsonSchema, isParam: boolean): Iterable<SchemaFault> {
  const types = schema['type'] === undefined ? undefined : ([schema['type']].flat() as string[]);
  if (schema['$ref'] !== undefined) yield* besideReference(schema, isParam);
  if (isParam && Object.keys(schema).every((key) => paramWords.has(key))) {
    yield { message: 'the param has no type', keyword: [], help: 'Add `type`, `enum` or `$ref`.' };
  }
  for (const keyword of Object.keys(schema)) {
    const wanted = appliesTo[keyword];
    if (!wanted || !types || types.some((type) => wanted.includes(type))) continue;
    yield {
      message: `\`${keyword}\` does not apply to a value of type ${types.join(' or ')}`,
      keyword: [keyword],
    };
  }
  for (const [least, most] of bounds) {
    if (!(Number(schema[least]) > Number(schema[most]))) continue;
    yield { message: `\`${least}\` is greater than \`${most}\``, keyword: [least] };
  }
  if (typeof schema['pattern'] === 'string' && !compiles(schema['pattern'], 'u')) {
    const help = 'Write a JavaScript regular expression that is valid with the flag u.';
    yield {
      message: `the pattern ${quoteName(schema['pattern'])} does not compile`,
      keyword: ['pattern'],
      help,
    };
  }
  if (Array.isArray(schema['enum'])) yield* repeatedValues(schema['enum']);
  if (types) yield* mistypedValues(schema, types);
  if (Array.isArray(schema['required'])) yield* missingMembers(schema);
}

function* besideReference(schema: JsonSchema, isParam: boolean): Iterable<SchemaFault> {
  for (const keyword of Object.keys(schema)) {
    if (keyword === '$ref' || keyword === 'description' || (isParam && paramWords.has(keyword))) continue;
    const help = 'Move the keyword to the type, or replace `$ref` by the schema itself.';
    yield { message: `\`${keyword}\` cannot be used next to \`$ref\``, keyword: [keyword], help };
  }
}

function* repeatedValues(values: readonly unknown[]): Iterable<SchemaFault> {
  const seen = new Set<string>();
  for (const value of values) {
    const text = canonicalText(value);
    if (seen.has(text)) yield { message: `${quoteValue(value)} is listed twice`, keyword: ['enum'] };
    seen.add(text);
  }
}

function* mistypedValues(schema: JsonSchema, types: readonly string[]): Iterable<SchemaFault> {
  const values = [...((schema['enum'] ?? []) as unknown[]), ...('const' in schema ? [schema['const']] : [])];
  for (const value of values) {
    if (types.some((type) => hasType(value, type))) continue;
    const keyword = [schema['enum'] === undefined ? 'const' : 'enum'];
    yield { message: `${quoteValue(value)} is not of type ${types.join(' or ')}`, keyword };
  }
}

function* missingMembers(schema: JsonSchema): Iterable<SchemaFault> {
  const properties = (schema['properties'] ?? {}) as object;
  for (const name of schema['required'] as readonly string[]) {
    if (Object.hasOwn(properties, name)) continue;
    const help = suggest(name, Object.keys(properties), 'Describe it under `properties`.');
    yield { message: `${quoteName(name)} is required but is not a property`, keyword: ['required'], ...help };
  }
}

function hasType(value: unknown, type: string): boolean {
  if (value === null) return type === 'null';
  if (Array.isArray(value)) return type === 'array';
  if (typeof value === 'number') return type === 'number' || (type === 'integer' && Number.isInteger(value));
  return typeof value === type;
}

function of(types: readonly string[], keywords: string): Record<string, readonly string[]> {
  return Object.fromEntries(keywords.split(' ').map((keyword) => [keyword, types]));
}
