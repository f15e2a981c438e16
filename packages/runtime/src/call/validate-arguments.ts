import type { CallOptions } from '../account.js';
import { fail, refuse } from '../error.js';
import type { Operation } from '../operation.js';
import { isObject } from '../select/value-type.js';
import { showText } from '../text/show-text.js';

/**
 * Checks the arguments of a call and returns a copy with defaults and generated values
 * filled in. Throws `invalid_argument`, which names the param and the rule and never
 * repeats a value. undefined is absent, and so is null unless the param takes null.
 */
export function validateArguments(
  { name, params, suggest }: Pick<Operation, 'name' | 'params' | 'suggest'>,
  given: unknown,
  { idempotencyKey }: CallOptions = {},
): Record<string, unknown> {
  if (!isObject(given ?? {})) refuse('arguments', 'must be an object');
  const args: Record<string, unknown> = { __proto__: null, ...(given as object) };
  const known = Object.keys(params);
  if (idempotencyKey)
    args[known.find((param) => params[param]!.generate) ?? 'idempotencyKey'] = idempotencyKey;
  for (const arg in args) {
    if (known.includes(arg)) continue;
    const param = showText(arg, 64);
    const help = suggest?.(arg, known) || `; ${name} takes ${known.join(', ') || 'none'}`;
    fail('invalid_argument', `"${param}" is not a param${help}`, { param });
  }
  const checked: Record<string, unknown> = {};
  for (const param of known) {
    const { checks, copy, nullable, generate, required, default: preset } = params[param]!;
    let value = args[param];
    if (value === undefined || (value === null && !nullable)) value = generate ? generate() : preset;
    else if (copy) value = copy(value, param);
    if (value !== undefined) checked[param] = checks.reduce((now, check) => check(now, param) ?? now, value);
    else if (required) refuse(param, 'is required');
  }
  return checked;
}
