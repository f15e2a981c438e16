import { Emitted } from '../../emit/emitted.js';
import { luaKey } from '../../emit/syntax/lua.js';
import { luaValue } from '../../emit/syntax/lua-value.js';

/** StyLua's defaults: columns of a line, and columns of a tab. */
const lineWidth = 120;
const tabWidth = 4;

/**
 * A JSON value as StyLua lays it out where `before` stands on its line and a comma follows: on one line when that fits,
 * else a field a line. Null fields are left out.
 */
export function styledValue(value: unknown, before = ''): Emitted {
  return new Emitted(spell(value, before));
}

function spell(value: unknown, before: string): string {
  if (typeof value === 'string') return requote(luaValue(value).text);
  if (typeof value !== 'object' || value === null) return luaValue(value).text;
  const fields = fieldsOf(value);
  if (fields.length === 0) return '{}';
  const line = `{ ${fields.map(([key, field]) => key + spell(field, '')).join(', ')} }`;
  if (!line.includes('\n') && columns(before) + columns(line) + 1 <= lineWidth) return line;
  const indent = /^\t*/.exec(before)![0];
  const lines = fields.map(([key, field]) => {
    const start = `${indent}\t${key}`;
    return `${start}${spell(field, start)},\n`;
  });
  return `{\n${lines.join('')}${indent}}`;
}

type Field = readonly [key: string, value: unknown];

function fieldsOf(value: object): Field[] {
  if (Array.isArray(value)) return value.map((item): Field => ['', item]);
  const given = Object.entries(value).filter(([, field]) => field !== null && field !== undefined);
  return given.map(([key, field]): Field => [`${styledKey(key)} = `, field]);
}

function styledKey(key: string): string {
  const spelled = luaKey(key).text;
  return spelled.startsWith('[') ? `[${requote(spelled.slice(1, -1))}]` : spelled;
}

/** Puts a string into the quotes that need fewer escapes, as StyLua does. */
function requote(spelled: string): string {
  const inner = spelled.slice(1, -1);
  const count = (mark: string) => inner.split(mark).length - 1;
  if (spelled[0] === "'" || count('"') <= count("'")) return spelled;
  const swapped = inner.replace(/\\[^]|'/g, (part) => ({ '\\"': '"', "'": "\\'" })[part] ?? part);
  return `'${swapped}'`;
}

const encoder = new TextEncoder();

/** How wide StyLua takes a text to be: as many columns as it has bytes. */
function columns(text: string): number {
  return encoder.encode(text.replaceAll('\t', ' '.repeat(tabWidth))).length;
}
