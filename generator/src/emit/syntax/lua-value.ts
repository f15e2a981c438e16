import { Emitted } from '../emitted.js';
import { luaKey, luaString } from './lua.js';

/**
 * A JSON value as a Lua expression: on one line when it ends within `width` columns, else a field a line. A null
 * field is left out, as the caller of a function would; a null in a list is `json.null`, so that nothing shifts.
 */
export function luaValue(value: unknown, { column = 0, width = 90 } = {}): Emitted {
  return new Emitted(spell(value, { column, width, indent: '' }));
}

interface Place {
  readonly column: number;
  readonly width: number;
  readonly indent: string;
}

function spell(value: unknown, place: Place): string {
  if (value === null || value === undefined) return 'json.null';
  if (typeof value === 'object') return spellTable(fieldsOf(value), place);
  if (typeof value === 'string') return luaString(value).text;
  if (typeof value === 'number' || typeof value === 'bigint') return spellNumber(value);
  return String(value === true);
}

type Field = readonly [key: string, value: unknown];

function fieldsOf(value: object): Field[] {
  if (Array.isArray(value)) return value.map((item): Field => ['', item]);
  const given = Object.entries(value).filter(([, field]) => field !== null && field !== undefined);
  return given.map(([key, field]): Field => [`${luaKey(key).text} = `, field]);
}

function spellTable(fields: readonly Field[], { column, width, indent }: Place): string {
  if (fields.length === 0) return '{}';
  const flat = { column: 0, width: Infinity, indent: '' };
  const line = `{ ${fields.map(([key, field]) => key + spell(field, flat)).join(', ')} }`;
  if (column + line.length <= width) return line;
  const inner = `${indent}  `;
  const lines = fields.map(([key, field]) => {
    const start = inner + key;
    return `${start}${spell(field, { column: start.length, width, indent: inner })},`;
  });
  return `{\n${lines.join('\n')}\n${indent}}`;
}

function spellNumber(value: number | bigint): string {
  if (typeof value === 'bigint')
    return BigInt.asIntN(64, value) === value ? String(value) : String(Number(value));
  if (Number.isNaN(value)) return '0 / 0';
  if (!Number.isFinite(value)) return value < 0 ? '-math.huge' : 'math.huge';
  if (Object.is(value, -0)) return '-0.0';
  // Beyond 2^53 JavaScript prints rounded digits, which Lua would read as another integer.
  return Number.isInteger(value) && Math.abs(value) < 2 ** 63 ? String(BigInt(value)) : String(value);
}
