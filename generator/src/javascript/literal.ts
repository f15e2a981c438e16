import { printString } from './string.js';

/** A JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A JSON value with leaves of another kind, which stand for code. Undefined properties are left out. */
export type Literal<Leaf = never> =
  | Leaf
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Literal<Leaf>[]
  | { readonly [key: string]: Literal<Leaf> };

/** The code of a leaf; undefined for what is an ordinary value. */
export type PrintLeaf = (value: object) => string | undefined;

/** A value as a JavaScript expression, on one line, or broken into lines where it would be longer than `width`. */
export function printLiteral<Leaf = never>(
  value: Literal<Leaf>,
  printLeaf: PrintLeaf = () => undefined,
  width = Infinity,
  indent = '',
): string {
  if (typeof value === 'string') return printString(value);
  if (typeof value === 'number') return printNumber(value);
  if (typeof value === 'boolean' || value === null) return String(value);
  if (value === undefined) throw new TypeError('no JavaScript value: undefined');
  const leaf = printLeaf(value as object);
  if (leaf !== undefined) return leaf;
  const print = (part: Literal<Leaf>) => printLiteral(part, printLeaf, width, `${indent}  `);
  if (Array.isArray(value))
    return enclose('[', (value as Literal<Leaf>[]).map(print), ']', '', width, indent);
  const properties = Object.entries(value as Readonly<Record<string, Literal<Leaf>>>).flatMap(
    ([key, item]) => {
      if (item === undefined) return [];
      const code = typeof item === 'object' && item !== null ? printLeaf(item) : undefined;
      // Code that is the name of its key stands for both; a text that reads the same does not.
      return code === key ? key : printProperty(key, code ?? print(item));
    },
  );
  return enclose('{', properties, '}', ' ', width, indent);
}

/** An object literal whose values are code. A repeated key keeps its last value. */
export function printObject(members: readonly (readonly [key: string, code: string])[]): string {
  const properties = [...new Map(members)].map(([key, code]) => printProperty(key, code));
  return enclose('{', properties, '}', ' ', Infinity, '');
}

/** The key of a property in a type: quoted when it must be. */
export function printKey(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : printString(key);
}

// `{ __proto__: … }` and `{ '__proto__': … }` set the prototype; a computed key is a property.
function printProperty(key: string, code: string): string {
  return `${key === '__proto__' ? `['__proto__']` : printKey(key)}: ${code}`;
}

function printNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`no JavaScript number: ${value}`);
  return Object.is(value, -0) ? '-0' : String(value);
}

function enclose(
  open: string,
  parts: readonly string[],
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
