import type { ErrorContext } from '../../call.js';
import type { KosmoError } from '../../error.js';
import type { Operation } from '../../operation.js';

/** The param that carries the key of a keyed function. */
export function keyParam({ key, params }: Pick<Operation, 'key' | 'params'>): string | undefined {
  return key ?? Object.keys(params).find((param) => params[param]!.generate);
}

/** Adds to the error of a keyed call how the same call is made again: with the key that it had. */
export function tellKey(
  { operation, args }: Pick<ErrorContext, 'operation' | 'args'>,
  error: KosmoError,
): void {
  const key = keyParam(operation);
  if (operation.idempotency !== 'keyed' || !key || !args?.[key]) return;
  error.message += `; to get the result of this call, call ${operation.name} again with ${key} = "${String(args[key])}"`;
}
