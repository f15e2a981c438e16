import { createHash } from 'node:crypto';
import type { PolicyRequest } from '@kosmokrator/runtime';
import { encodeJson, isPlainObject } from '@kosmokrator/runtime/internal';

/**
 * SHA-256, in hex, of what a call is: integration, function, account and arguments, as JSON with sorted keys.
 * Arguments count with their defaults, and without the values that the runtime makes anew for each call.
 */
export function callHash(request: PolicyRequest): string {
  const { operation, account } = request;
  const call = [operation.integration.name, operation.name, account, sortKeys(shownArguments(request))];
  return createHash('sha256').update(encodeJson(call)).digest('hex');
}

/** The arguments that say what the call does: a generated one says nothing, unless the caller gave it. */
export function shownArguments({ operation, args, given }: PolicyRequest): Record<string, unknown> {
  const isGiven = (name: string) => isPlainObject(given) && (given[name] ?? undefined) !== undefined;
  const shown = Object.entries(args).filter(([name]) => !operation.params[name]?.generate || isGiven(name));
  return Object.fromEntries(shown);
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([key, member]) => [key, sortKeys(member)]));
}
