import type { JsonSchema } from '@kosmokrator/runtime';
import { resolveSchema } from '../../emit/schema-at.js';
import type { TypeModel } from '../../model/model.js';

/** One line of a table that describes a value: a field, what it holds, what it means. */
export interface SchemaRow {
  /** `region.slug`, `data[].name`; `result` for the value itself. */
  readonly path: string;
  readonly type: string;
  readonly description: string;
}

/** How a surface calls the value that is not there: `nil`, `null`. */
export interface Words {
  readonly absent: string;
}

const deepest = 4;

/** The fields of a result, nested ones included, in the order of the schema. */
export function resultRows(schema: JsonSchema, types: readonly TypeModel[], words: Words): SchemaRow[] {
  const root = resolveSchema(schema, types) ?? {};
  const fields: SchemaRow[] = [];
  addFields(schema, { path: '', above: [], types, words, rows: fields });
  if (root['type'] === 'object' && fields.length > 0) return fields;
  return [{ path: 'result', type: typeText(schema, types, words), description: text(root) }, ...fields];
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
  const required = new Set((known['required'] ?? []) as string[]);
  for (const [name, field] of Object.entries((known['properties'] ?? {}) as Record<string, JsonSchema>)) {
    const here = path === '' ? name : `${path}.${name}`;
    const own = typeText(field, types, words);
    const maybe = required.has(name) || own.split(' or ').includes(words.absent) ? '' : ` or ${words.absent}`;
    const description = text(field) || text(resolveSchema(field, types) ?? {});
    rows.push({ path: here, type: own + maybe, description });
    addFields(field, { ...place, path: here, above });
  }
}

/** A schema in a few words: `integer, 1 to 100`, `list of strings`, `string or nil`. */
export function typeText(schema: JsonSchema, types: readonly TypeModel[], words: Words): string {
  const bounds = boundsText(schema, types).map((bound) => `, ${bound}`);
  return plainType(schema, types, words, typeText) + bounds.join('');
}

/** The same without its limits: `integer`. `inner` spells the branches of `anyOf` and `oneOf`. */
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
  if (Array.isArray(known['enum'])) return unique(known['enum'].map((value) => valueText(value, words)));
  if ('const' in known) return valueText(known['const'], words);
  const names = [known['type'] ?? 'any'].flat() as string[];
  const sorted = names.toSorted((a, b) => Number(a === 'null') - Number(b === 'null'));
  return unique(sorted.map((name) => typeName(name, known, types, words)));
}

function typeName(name: string, schema: JsonSchema, types: readonly TypeModel[], words: Words): string {
  if (name === 'null') return words.absent;
  if (name === 'any') return 'any value';
  if (name !== 'array' || schema['items'] === undefined) return name === 'array' ? 'list' : name;
  const items = typeText(schema['items'] as JsonSchema, types, words);
  return `list of ${/^(?:string|integer|number|boolean|object)$/.test(items) ? `${items}s` : items}`;
}

function valueText(value: unknown, words: Words): string {
  return value === null ? words.absent : `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}

/** The limits of a schema, each in a few words: `1 to 100`, `not empty`. */
export function boundsText(schema: JsonSchema, types: readonly TypeModel[]): string[] {
  const known = resolveSchema(schema, types) ?? {};
  if (known['anyOf'] ?? known['oneOf'] ?? known['enum'] ?? 'const' in known) return [];
  const { minimum, maximum, minLength, maxLength, pattern } = known;
  const length = range(minLength === 1 && maxLength === undefined ? undefined : minLength, maxLength);
  return [
    range(minimum, maximum),
    minLength === 1 && maxLength === undefined ? 'not empty' : length && `${length} characters`,
    typeof pattern === 'string' ? `matching \`${pattern}\`` : '',
  ].filter((bound): bound is string => Boolean(bound));
}

function range(least: unknown, most: unknown): string {
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
