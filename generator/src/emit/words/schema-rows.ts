import type { JsonSchema } from '@kosmokrator/runtime';
import { resolveSchema } from '../schema-at.js';
import type { TypeModel } from '../../model/model.js';

/** One line of a table that describes a value: a field, what it holds, what it means. */
export interface SchemaRow {
  /** `region.slug`, `data[].name`; `result` for the value itself. */
  readonly path: string;
  readonly type: string;
  readonly description: string;
}

/** How a surface speaks of values that are not there. */
export interface Words {
  /** A value that is null: `nil`, `null`. */
  readonly absent: string;
  /** What follows the type of a field that may be missing: ` or nil`, `, may be absent`. */
  readonly optional: string;
}

export const luaWords: Words = { absent: 'nil', optional: ' or nil' };
export const jsonWords: Words = { absent: 'null', optional: ', may be absent' };

const deepest = 4;

/** What a call returns: a sentence unless it is an object, and the fields of the object, or of each object in a list. */
export interface ResultText {
  readonly intro: string;
  readonly rows: readonly SchemaRow[];
}

/** Nested fields are included, in the order of the schema. */
export function resultText(schema: JsonSchema, types: readonly TypeModel[], words: Words): ResultText {
  const root = resolveSchema(schema, types) ?? {};
  const isList = root['type'] === 'array';
  const fields: SchemaRow[] = [];
  addFields(isList ? root['items'] : schema, { path: '', above: [], types, words, rows: fields });
  if (root['type'] === 'object' && fields.length > 0) return { intro: '', rows: fields };
  const known = typeText(schema, types, words);
  const shown = known === words.absent ? `Always ${known}` : `${known[0]!.toUpperCase()}${known.slice(1)}`;
  const each = isList && fields.length > 0 ? ' Each has these fields:' : '';
  return { intro: `${shown}. ${text(root)}`.trim() + each, rows: fields };
}

interface Place {
  readonly path: string;
  /** The schemas that this one is inside of: a type may hold itself. */
  readonly above: readonly JsonSchema[];
  readonly types: readonly TypeModel[];
  readonly words: Words;
  readonly rows: SchemaRow[];
}

function addFields(schema: unknown, place: Place): void {
  const { path, types, words, rows } = place;
  const known = resolveSchema(schema, types);
  if (!known || place.above.includes(known) || place.above.length === deepest) return;
  const above = [...place.above, known];
  if (known['items'] !== undefined) return addFields(known['items'], { ...place, path: `${path}[]`, above });
  // `true` and `false` have no fields.
  addFields(known['additionalProperties'], {
    ...place,
    path: path === '' ? '<key>' : `${path}.<key>`,
    above,
  });
  const required = new Set((known['required'] ?? []) as string[]);
  for (const [name, field] of Object.entries((known['properties'] ?? {}) as Record<string, JsonSchema>)) {
    const here = path === '' ? name : `${path}.${name}`;
    const own = typeText(field, types, words);
    const maybe = required.has(name) || isNil(own, words) ? '' : words.optional;
    const description = text(field) || text(resolveSchema(field, types) ?? {});
    rows.push({ path: here, type: own + maybe, description });
    addFields(field, { ...place, path: here, above });
  }
}

/** A field that may be nil and may be missing is the same thing in Lua. */
function isNil(type: string, { absent, optional }: Words): boolean {
  return optional.endsWith(absent) && type.split(' or ').includes(absent);
}

/** A schema in a few words: `integer, 1 to 100`, `list of strings`, `string or nil`. */
export function typeText(schema: JsonSchema, types: readonly TypeModel[], words: Words): string {
  const bounds = boundsText(schema, types).map((bound) => `, ${bound}`);
  return plainType(schema, types, words, typeText) + bounds.join('');
}

/** A type without its limits: `integer`. `inner` spells the branches of `anyOf` and `oneOf`. */
export function plainType(
  schema: JsonSchema,
  types: readonly TypeModel[],
  words: Words,
  inner: typeof typeText = plainType,
): string {
  const known = resolveSchema(schema, types) ?? {};
  const branches = known['anyOf'] ?? known['oneOf'];
  if (Array.isArray(branches))
    return unique(branches.map((branch) => inner(branch as JsonSchema, types, words)));
  if (Array.isArray(known['enum'])) {
    const quoted = known['enum'].some((value) => typeof value !== 'string' && value !== null);
    return unique(known['enum'].map((value) => valueText(value, words, quoted)));
  }
  if ('const' in known) return valueText(known['const'], words);
  const names = [known['type'] ?? 'any'].flat() as string[];
  const sorted = names.toSorted((a, b) => Number(a === 'null') - Number(b === 'null'));
  return unique(sorted.map((name) => typeName(name, known, types, words)));
}

function typeName(name: string, schema: JsonSchema, types: readonly TypeModel[], words: Words): string {
  if (name === 'null') return words.absent;
  if (name === 'any') return 'any value';
  if (name === 'object') return mapName(schema, types, words);
  if (name !== 'array' || schema['items'] === undefined) return name === 'array' ? 'list' : name;
  return `list of ${plural(schema['items'] as JsonSchema, types, words)}`;
}

/** `object`, or what all its members are, where a schema says it: `map of strings`. */
function mapName(
  { additionalProperties: values }: JsonSchema,
  types: readonly TypeModel[],
  words: Words,
): string {
  const isSchema = typeof values === 'object' && values !== null;
  return isSchema ? `map of ${plural(values as JsonSchema, types, words)}` : 'object';
}

/** `strings`, `lists of integers`; in brackets a type that would run into the words around it. */
function plural(schema: JsonSchema, types: readonly TypeModel[], words: Words): string {
  const type = typeText(schema, types, words);
  if (/ or |, /.test(type)) return `(${type})`;
  return type.replace(/^(?:string|integer|number|boolean|object|list|map)(?=$| of )/, '$&s');
}

/** A value as a code span. Text stands in quotes where it could be taken for another value, or for none. */
function valueText(value: unknown, words: Words, quoted = false): string {
  if (value === null) return words.absent;
  const bare = typeof value === 'string' && !quoted && isPlain(value);
  return bare ? `\`${value}\`` : jsonCode(value);
}

/** What cannot be seen, what ends a code span, and what templates of documentation sites replace. */
const unshown = /[`\p{C}]|(?! )\p{Z}|(?<=\{)[{%]/gu;

/** A value as JSON in a code span, with escapes for what the page would not show as it is. */
export function jsonCode(value: unknown): string {
  return `\`${escapeUnshown(JSON.stringify(value))}\``;
}

function escapeUnshown(json: string): string {
  const escape = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return json.replace(unshown, (character) => character.split('').map(escape).join(''));
}

function isPlain(value: string): boolean {
  return (
    value !== '' &&
    value.trim() === value &&
    value.search(unshown) < 0 &&
    !/^(?:-?[\d.].*|true|false|null|nil)$/.test(value)
  );
}

/** The limits of a schema, each in a few words: `1 to 100`, `not empty`. */
export function boundsText(schema: JsonSchema, types: readonly TypeModel[]): string[] {
  const known = resolveSchema(schema, types) ?? {};
  if (known['anyOf'] ?? known['oneOf'] ?? known['enum'] ?? 'const' in known) return [];
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, pattern } = known;
  return [
    range(minimum, maximum),
    exclusiveMinimum === undefined ? '' : `more than ${String(exclusiveMinimum)}`,
    exclusiveMaximum === undefined ? '' : `less than ${String(exclusiveMaximum)}`,
    multipleOf === undefined ? '' : `a multiple of ${String(multipleOf)}`,
    size(known['minLength'], known['maxLength'], 'character'),
    typeof pattern === 'string' ? `matching \`${escapeUnshown(pattern)}\`` : '',
    size(known['minItems'], known['maxItems'], 'item'),
    known['uniqueItems'] === true ? 'no item twice' : '',
  ].filter((bound) => bound !== '');
}

/** `not empty`, `2 to 5 characters`, `at most 1 item`. */
function size(least: unknown, most: unknown, unit: string): string {
  if (least === 1 && most === undefined) return 'not empty';
  const length = range(least === 0 ? undefined : least, most);
  return length === '' ? '' : `${length} ${unit}${(most ?? least) === 1 ? '' : 's'}`;
}

function range(least: unknown, most: unknown): string {
  if (least !== undefined && least === most) return `exactly ${String(least)}`;
  if (least !== undefined && most !== undefined) return `${String(least)} to ${String(most)}`;
  if (least !== undefined) return `${String(least)} or more`;
  return most === undefined ? '' : `at most ${String(most)}`;
}

function unique(names: readonly string[]): string {
  return [...new Set(names)].join(' or ');
}

function text(schema: JsonSchema): string {
  return typeof schema['description'] === 'string' ? schema['description'] : '';
}
