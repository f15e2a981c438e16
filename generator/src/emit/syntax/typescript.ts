import { Emitted } from '../emitted.js';
import { replaceUnprintable, unicodeEscape } from '../../javascript/unprintable.js';
import { wrap } from './plain-line.js';

/** A JSON value whose leaves may already be emitted: an identifier, an expression. Undefined properties are left out. */
export type Literal =
  | Emitted
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Literal[]
  | { readonly [key: string]: Literal };

const reserved = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends ' +
    'false finally for function if implements import in instanceof interface let new null package private protected ' +
    'public return static super switch this throw true try typeof undefined var void while with yield'
  ).split(' '),
);

/** `['get', 'key']` → `getKey`. */
export function camelCase(words: readonly string[]): string {
  return words.map((word, index) => (index === 0 ? word : capital(word))).join('');
}

/** `['get', 'key']` → `GetKey`. */
export function pascalCase(words: readonly string[]): string {
  return words.map(capital).join('');
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** Whether a name can be declared in a strict module. */
export function isIdentifier(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name) && !reserved.has(name);
}

/** A name as it is. Names are checked long before they come here, so any other is a bug and throws. */
export function identifier(name: string): Emitted {
  if (!isIdentifier(name)) throw new TypeError(`no TypeScript identifier: ${JSON.stringify(name)}`);
  return new Emitted(name);
}

// Nearly all texts are plain; these two only save time.
const plainString = /^[ !"#-&(-;=-[\]-~]*$/;
const plainComment = /^[!"$-)+-?A-~][ !"$-)+-?A-~]{0,98}[!"$-)+-?A-~]$/;

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A single-quoted string. Reads back as the very same text, and is safe inside an HTML script too. */
export function stringLiteral(text: string): Emitted {
  if (plainString.test(text)) return new Emitted(`'${text}'`);
  const escaped = text.replace(/['\\]/g, '\\$&').replace(/<(?=[/!])/g, '\\x3c');
  return new Emitted(`'${replaceUnprintable(escaped, (c) => shortEscapes[c] ?? unicodeEscape(c))}'`);
}

/** The key of a property in a type: quoted when it must be. */
export function propertyName(name: string): Emitted {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? new Emitted(name) : stringLiteral(name);
}

// `{ __proto__: … }` and `{ '__proto__': … }` set the prototype; a computed key is a property.
function propertyKey(name: string): string {
  return name === '__proto__' ? `['__proto__']` : propertyName(name).text;
}

/** A value as an expression, on one line. */
export function literal(value: Literal): Emitted {
  return new Emitted(spell(value, Infinity, ''));
}

/** The same, broken into lines where it would be longer than `width`: for code that no formatter will see. */
export function wrappedLiteral(value: Literal, width = 90): Emitted {
  return new Emitted(spell(value, width, ''));
}

function spell(value: Literal, width: number, indent: string): string {
  if (value instanceof Emitted) return value.text;
  if (typeof value === 'string') return stringLiteral(value).text;
  if (typeof value === 'number') return number(value);
  if (typeof value === 'boolean' || value === null) return String(value);
  if (value === undefined) throw new TypeError('no TypeScript value: undefined');
  const inner = `${indent}  `;
  if (isList(value)) {
    const items = value.map((item) => spell(item, width, inner));
    return enclose('[', items, ']', '', width, indent);
  }
  const properties = Object.entries(value).flatMap(([key, item]) =>
    item === undefined ? [] : property(propertyKey(key), item, spell(item, width, inner)),
  );
  return enclose('{', properties, '}', ' ', width, indent);
}

/** Code that is the name of its key stands for both; a text that reads the same does not. */
function property(key: string, item: Literal, value: string): string {
  return item instanceof Emitted && key === value ? key : `${key}: ${value}`;
}

function enclose(
  open: string,
  parts: string[],
  close: string,
  pad: string,
  width: number,
  indent: string,
): string {
  if (parts.length === 0) return open + close;
  const line = `${open}${pad}${parts.join(', ')}${pad}${close}`;
  if (line.length + indent.length <= width && (width === Infinity || !line.includes('\n'))) return line;
  return `${open}\n${parts.map((part) => `${indent}  ${part},\n`).join('')}${indent}${close}`;
}

function isList(value: Literal): value is readonly Literal[] {
  return Array.isArray(value);
}

function number(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`no TypeScript number: ${value}`);
  return Object.is(value, -0) ? '-0' : String(value);
}

/** A doc comment on lines of its own, wrapped; nothing when there is no text. */
export function docComment(text: string): Emitted {
  if (plainComment.test(text)) return new Emitted(`/** ${text} */\n`);
  const lines = commentText(text.trim())
    .split('\n')
    .flatMap((line) => (line.length > 100 ? wrap(line, 100) : line));
  if (lines.length === 1) return new Emitted(lines[0] === '' ? '' : `/** ${lines[0]} */\n`);
  return new Emitted(`/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */\n`);
}

/** A `//` comment on one line, without the newline at its end. */
export function lineComment(text: string): Emitted {
  return new Emitted(`// ${commentText(text).replaceAll('\n', ' ')}`.trimEnd());
}

// Tags (`@ts-ignore`, `@internal`) and bundlers' marks (`#__PURE__`) would change what the code means.
function commentText(text: string): string {
  return replaceUnprintable(text.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n'), (c) =>
    c === '\n' ? c : unicodeEscape(c),
  )
    .replaceAll('*/', '*\\/')
    .replace(/(?<=^|[\s{*/])@/gm, '\\@')
    .replace(/[@#](?=__)/g, '$& ');
}

/** The names a module takes from another; sorted, so that equal sets print equally. */
export interface Import {
  readonly from: string;
  readonly values?: readonly string[];
  readonly types?: readonly string[];
}

/** Import declarations, one a line, in the order given; an import without names is left out. */
export function imports(list: readonly Import[]): Emitted {
  const lines = list.map(({ from, values = [], types = [] }) => {
    const sorted = (names: readonly string[]) =>
      [...new Set(names)].toSorted().map((name) => identifier(name).text);
    const source = stringLiteral(from).text;
    if (values.length === 0 && types.length === 0) return '';
    if (values.length === 0) return `import type { ${sorted(types).join(', ')} } from ${source};\n`;
    const names = [...sorted(values), ...sorted(types).map((name) => `type ${name}`)];
    return `import { ${names.join(', ')} } from ${source};\n`;
  });
  return new Emitted(lines.join(''));
}
