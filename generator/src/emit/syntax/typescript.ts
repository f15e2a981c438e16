import { type Literal as JavaScriptLiteral, printKey, printLiteral } from '../../javascript/literal.js';
import { printString } from '../../javascript/string.js';
import { Emitted } from '../emitted.js';
import { replaceUnprintable, unicodeEscape } from '../../javascript/unprintable.js';
import { javascriptKeywords } from '../../spec/reserved-keywords.js';
import { wrap } from './plain-line.js';

/** A JSON value whose leaves may already be emitted: an identifier, an expression. Undefined properties are left out. */
export type EmittedLiteral = JavaScriptLiteral<Emitted>;

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
  return /^[A-Za-z_$][\w$]*$/.test(name) && !javascriptKeywords.has(name);
}

/** A name as it is. Names are checked long before they come here, so any other is a bug and throws. */
export function identifier(name: string): Emitted {
  if (!isIdentifier(name)) throw new TypeError(`no TypeScript identifier: ${JSON.stringify(name)}`);
  return new Emitted(name);
}

// Nearly all comments are plain; this only saves time.
const plainComment = /^[!"$-)+-?A-~][ !"$-)+-?A-~]{0,98}[!"$-)+-?A-~]$/;

/** A single-quoted string. */
export function stringLiteral(text: string): Emitted {
  return new Emitted(printString(text));
}

/** The key of a property in a type: quoted when it must be. */
export function propertyName(name: string): Emitted {
  return new Emitted(printKey(name));
}

/** A value as an expression, on one line. */
export function literal(value: EmittedLiteral): Emitted {
  return new Emitted(printLiteral(value, textOf));
}

/** The same, broken into lines where it would be longer than `width`: for code that no formatter will see. */
export function wrappedLiteral(value: EmittedLiteral, width = 90): Emitted {
  return new Emitted(printLiteral(value, textOf, width));
}

function textOf(value: object): string | undefined {
  return value instanceof Emitted ? value.text : undefined;
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
