import { dereference, type OutputUnit, type Schema, validate } from '@cfworker/json-schema';
import type { FunctionModel, IntegrationModel } from './model.js';

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
  const shared = { types: Object.fromEntries(types.map(({ name, schema }) => [name, schema])) };
  const lookup = dereference(shared as Schema);
  const prepared = new Set<FunctionModel>();
  return (fn: FunctionModel, result: unknown): ReturnsFault | undefined => {
    const schema = fn.returns as Schema;
    if (!prepared.has(fn)) dereference(schema, lookup, undefined, `/functions/${fn.name}`);
    prepared.add(fn);
    const { valid, errors } = validate(result, schema, '2020-12', lookup, false);
    return valid ? undefined : deepest(errors);
  };
}

/** The error that is about a value, among those that say that a value below has one. */
function deepest(errors: readonly OutputUnit[]): ReturnsFault {
  const depth = ({ instanceLocation }: OutputUnit) => instanceLocation.split('/').length;
  const [found] = errors.toSorted((a, b) => depth(b) - depth(a));
  const path = found!.instanceLocation.split('/').slice(1);
  return { path: path.map(unescape), message: found!.error.replace(/\.$/, '').replaceAll('"', '`') };
}

function unescape(key: string): string {
  return decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~');
}
