import { jsString } from './string.js';

/** A JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A JSON value as a JavaScript expression. */
export function printJson(value: Json): string {
  if (typeof value === 'string') return jsString(value);
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (isList(value)) return `[${value.map(printJson).join(', ')}]`;
  return printObject(Object.entries(value).map(([key, member]) => [key, printJson(member)]));
}

/** An object literal whose values are code. A repeated key keeps its last value. */
export function printObject(members: readonly (readonly [key: string, code: string])[]): string {
  const unique = [...new Map(members)].map(([key, code]) => `${printKey(key)}: ${code}`);
  return unique.length === 0 ? '{}' : `{ ${unique.join(', ')} }`;
}

// `{ __proto__: … }` and `{ '__proto__': … }` set the prototype; a computed key is a property.
function printKey(key: string): string {
  if (key === '__proto__') return `['__proto__']`;
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : jsString(key);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
