import type { JsonSchema } from '@kosmokrator/runtime';
import type { FunctionSpec, ReplySpec } from '../spec/spec.js';

/**
 * Names of members that replies or results of functions are known to have: of the replies and results of their examples, at
 * any depth, of the schemas, and of the fields that are extracted. Undefined where no example has a body with members, so
 * that nothing is known.
 */
export function knownMembers(
  functions: readonly FunctionSpec[],
  schemas: readonly JsonSchema[],
): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const { examples, response, steps = [] } of functions) {
    for (const { http, result } of examples) {
      for (const { body } of [http ?? []].flat() as ReplySpec[]) addKeys(body, names);
      if (names.size > 0) addKeys(result, names);
    }
    for (const { extract = {} } of [response ?? {}, ...steps.map((step) => step.response ?? {})])
      for (const name of Object.keys(extract)) names.add(name);
  }
  if (names.size === 0) return undefined;
  for (const schema of [...functions.map(({ returns }) => returns), ...schemas]) addProperties(schema, names);
  return names;
}

/** The names of all members of a value, at any depth. */
export function addKeys(value: unknown, names: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if (!Array.isArray(value)) names.add(key);
    addKeys(member, names);
  }
}

function addProperties(schema: unknown, names: Set<string>): void {
  if (typeof schema !== 'object' || schema === null) return;
  const { properties } = schema as { properties?: unknown };
  if (typeof properties === 'object' && properties !== null)
    for (const key of Object.keys(properties)) names.add(key);
  for (const part of Object.values(schema)) addProperties(part, names);
}
