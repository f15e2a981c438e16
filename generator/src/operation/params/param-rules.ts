import { type Check, isKosmoError, type JsonSchema } from '@kosmokrator/runtime';
import { make } from '../make.js';
import type { Part } from '../tree.js';
import { checkCalls } from './check-calls.js';

/** The checks and the default that a param's schema is turned into. */
export interface ParamRules {
  readonly checks: readonly Part[];
  /** Something that could be changed after it was checked passes. */
  readonly needsCopy: boolean;
  /** null passes. */
  readonly nullable: boolean;
}

const known = new WeakMap<JsonSchema, ParamRules>();

export function paramRules(schema: JsonSchema): ParamRules {
  const rules = known.get(schema) ?? makeRules(schema);
  known.set(schema, rules);
  return rules;
}

function makeRules(schema: JsonSchema): ParamRules {
  const checks = checkCalls(schema);
  const types = [schema['type'] ?? 'any'].flat() as string[];
  const needsCopy = !types.every((type) => ['string', 'boolean', 'null'].includes(type));
  // Asking the checks for an error that the types foretell would take longer than all else that is done with a param.
  const mayBeNull = types.some((type) => ['any', 'null'].includes(type));
  return { checks, needsCopy, nullable: mayBeNull && brokenRule(checks, null, '') === undefined };
}

/** The message of the first check that a value does not pass. */
export function brokenRule(checks: readonly Part[], value: unknown, path: string): string | undefined {
  try {
    for (const check of make(checks) as readonly Check[]) check(value, path);
    return undefined;
  } catch (error) {
    if (!isKosmoError(error)) throw error;
    return error.message;
  }
}
