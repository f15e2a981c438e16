import type { JsonSchema } from '@kosmokrator/runtime';
import { Emitted } from '../emitted.js';
import { docComment, propertyName, stringLiteral } from './typescript.js';

export interface TypeContext {
  /** The TypeScript name of the shared type `#/types/<name>`. */
  reference(name: string): Emitted;
  /** Optional properties also take undefined: for arguments, where undefined means absent. */
  readonly undefinedIsAbsent?: boolean;
  /** Integers without an upper bound also take a BigInt, which has all digits beyond 2^53: for arguments. */
  readonly takesBigInt?: boolean;
}

type Schema = JsonSchema | boolean;

/** The TypeScript type of the values that a JSON Schema describes. Objects are open unless the schema closes them. */
export function typeExpression(schema: Schema, context: TypeContext): Emitted {
  return new Emitted(union(alternatives(schema, context)));
}

/** Declares and exports a named type: an interface for an object, else an alias. Its description becomes the comment. */
export function typeDeclaration(name: Emitted, schema: Schema, context: TypeContext): Emitted {
  const comment = describe(schema).text;
  if (isPlainObject(schema)) {
    return new Emitted(`${comment}export interface ${name.text} ${objectType(schema, context)}\n`);
  }
  return new Emitted(`${comment}export type ${name.text} = ${typeExpression(schema, context).text};\n`);
}

function isPlainObject(schema: Schema): schema is JsonSchema {
  if (typeof schema === 'boolean') return false;
  return (
    Object.keys(schema['properties'] ?? {}).length > 0 &&
    [undefined, 'object'].includes(schema['type'] as string) &&
    ['$ref', 'enum', 'const', 'anyOf', 'oneOf', 'allOf'].every((keyword) => !(keyword in schema))
  );
}

/** The members of the union that a schema stands for. */
function alternatives(schema: Schema, context: TypeContext): string[] {
  if (typeof schema === 'boolean') return [schema ? 'unknown' : 'never'];
  const parts = [own(schema, context)];
  for (const keyword of ['anyOf', 'oneOf']) {
    const list = schema[keyword] as Schema[] | undefined;
    if (list) parts.push(list.flatMap((item) => alternatives(item, context)));
  }
  for (const item of (schema['allOf'] ?? []) as Schema[]) parts.push(alternatives(item, context));
  const known = parts.map(distinct).filter((part) => !part.includes('unknown'));
  if (known.length === 0) return ['unknown'];
  if (known.length === 1) return known[0]!;
  return [`(${known.map(group).join(' & ')})`];
}

/** The type that a schema gives without its `anyOf`, `oneOf` and `allOf`. */
function own(schema: JsonSchema, context: TypeContext): string[] {
  if (typeof schema['$ref'] === 'string') return [context.reference(typeName(schema['$ref'])).text];
  if ('const' in schema) return [literalType(schema['const'])];
  if (Array.isArray(schema['enum'])) return schema['enum'].map(literalType);
  const type = schema['type'] ?? impliedType(schema);
  const names = (Array.isArray(type) ? type : [type]) as string[];
  const { maximum, exclusiveMaximum = maximum } = schema;
  const isLong = context.takesBigInt && names.includes('integer') && exclusiveMaximum === undefined;
  return names
    .map((name) => spellings.get(name)?.(schema, context) ?? 'unknown')
    .concat(isLong ? 'bigint' : []);
}

function impliedType(schema: JsonSchema): string | undefined {
  if ('properties' in schema || 'additionalProperties' in schema) return 'object';
  return 'items' in schema ? 'array' : undefined;
}

const spellings = new Map<string, (schema: JsonSchema, context: TypeContext) => string>([
  ['string', () => 'string'],
  ['number', () => 'number'],
  ['integer', () => 'number'],
  ['boolean', () => 'boolean'],
  ['null', () => 'null'],
  ['array', arrayType],
  ['object', objectType],
]);

function arrayType(schema: JsonSchema, context: TypeContext): string {
  return `${group(alternatives((schema['items'] ?? true) as Schema, context))}[]`;
}

function objectType(schema: JsonSchema, context: TypeContext): string {
  const required = new Set((schema['required'] ?? []) as string[]);
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>);
  const lines = properties.map(([name, property]) => {
    const text = typeExpression(property, context).text;
    const mark = required.has(name) ? '' : '?';
    const type = mark && context.undefinedIsAbsent ? `${text} | undefined` : text;
    return `${describe(property).text}${propertyName(name).text}${mark}: ${type};\n`;
  });
  const rest = restType(schema, properties.length > 0, context);
  if (rest !== undefined) lines.push(`[key: string]: ${rest};\n`);
  return lines.length === 0 ? 'Record<string, never>' : `{\n${lines.join('')}}`;
}

// An index signature covers the named properties too, so beside them it can say no more than `unknown`.
function restType(schema: JsonSchema, named: boolean, context: TypeContext): string | undefined {
  const rest = (schema['additionalProperties'] ?? true) as Schema;
  if ('patternProperties' in schema) return 'unknown';
  if (rest === false) return undefined;
  return named ? 'unknown' : typeExpression(rest, context).text;
}

function describe(schema: Schema): Emitted {
  const text = typeof schema === 'boolean' ? undefined : schema['description'];
  return docComment(typeof text === 'string' ? text : '');
}

function literalType(value: unknown): string {
  if (typeof value === 'string') return stringLiteral(value).text;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'boolean' || value === null ? String(value) : 'unknown';
}

function typeName(ref: string): string {
  const name = /^#\/types\/([^/]+)$/.exec(ref)?.[1];
  if (name === undefined)
    throw new TypeError(`a $ref that does not name a shared type: ${JSON.stringify(ref)}`);
  return name;
}

function distinct(list: readonly string[]): string[] {
  return [...new Set(list)];
}

function union(list: readonly string[]): string {
  return list.includes('unknown') ? 'unknown' : list.join(' | ') || 'never';
}

function group(list: readonly string[]): string {
  return list.length > 1 ? `(${union(list)})` : union(list);
}
