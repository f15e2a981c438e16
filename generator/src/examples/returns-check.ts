import { type OutputUnit, type Schema, validate } from '@cfworker/json-schema';
import type { FunctionModel, IntegrationModel } from '../model/model.js';

/** What of a result breaks the schema under `returns`. */
export interface ReturnsFault {
  readonly path: readonly string[];
  readonly message: string;
}

/**
 * Checks results against `returns`. An interpreter, since compiling the schema of each
 * function would take longer than everything else that is done with it.
 */
export function returnsCheck({ types }: IntegrationModel) {
  // By the text of the `$ref`: all that can be referred to.
  const lookup = Object.fromEntries(types.map(({ name, schema }) => [`#/types/${name}`, schema as Schema]));
  return (fn: FunctionModel, result: unknown): ReturnsFault | undefined => {
    const { valid, errors } = validate(result, fn.returns as Schema, '2020-12', lookup, false);
    return valid ? undefined : deepest(errors);
  };
}

/** The error that is about a value, among those that say that a value below has one. */
function deepest(errors: readonly OutputUnit[]): ReturnsFault {
  const depth = ({ instanceLocation }: OutputUnit) => instanceLocation.split('/').length;
  const [found] = errors.toSorted((a, b) => depth(b) - depth(a));
  const path = found!.instanceLocation.split('/').slice(1);
  return { path: path.map(unescape), message: inWords(found!) };
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

/** Says of a type what it must be, and of all else what the validator says. */
function inWords({ keyword, error }: OutputUnit): string {
  const types =
    keyword === 'type' ? [...error.matchAll(/"(\w+)"/g)].map(([, type = '']) => kinds[type] ?? type) : [];
  const [actual, ...wanted] = types;
  if (wanted.length > 0) return `must be ${wanted.join(' or ')}, not ${actual}`;
  return `is not valid: ${error.slice(0, 1).toLowerCase()}${error.slice(1).replace(/\.$/, '').replaceAll('"', '`')}`;
}

function unescape(key: string): string {
  return decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~');
}
