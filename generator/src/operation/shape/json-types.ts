/** Names of JSON types, `integer` among them; undefined stands for any. */
export type JsonTypes = readonly string[] | undefined;

const words: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'a boolean',
  array: 'an array',
  object: 'an object',
};

/** What a list in a reply may hold where a null would be left out. */
export const anyButNull = 'a string, number, boolean, array or object';

/** `a string or null`. Each word has the name in it that the runtime gives a value's type. */
export function typeWords(types: JsonTypes): string {
  if (!types) return 'a string, number, boolean, array, object or null';
  const named = types.includes('number') ? types.filter((type) => type !== 'integer') : types;
  return [...new Set(named)].map((type) => words[type] ?? type).join(' or ');
}

/** Whether a value of the types that are given is always of one of the types that are allowed. */
export function fits(given: JsonTypes, allowed: JsonTypes): boolean {
  if (!given || !allowed) return false;
  return given.every((type) => allowed.includes(type) || (type === 'integer' && allowed.includes('number')));
}

export function mayBeNull(types: JsonTypes): boolean {
  return !types || types.includes('null');
}

/** The type of a JSON value. */
export function typeOfJson(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

/** All of them; any when one of them is. */
export function joinTypes(all: readonly JsonTypes[]): JsonTypes {
  const known = all.filter((types) => types !== undefined);
  return known.length === all.length ? [...new Set(known.flat())] : undefined;
}
