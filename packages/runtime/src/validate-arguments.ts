import { checkSchema, matchesSchema } from './check-schema.js';
import { copyJson, isPlainObject } from './copy-json.js';
import { KosmoError } from './error.js';
import { didYouMean } from './near-names.js';
import type { Operation, Param } from './operation.js';
import { quoteText, showText } from './show-text.js';
import { Violation } from './violation.js';

/**
 * Checks the arguments of a call and returns a copy with defaults and generated
 * values filled in. Throws `invalid_argument`, which names the param and the rule
 * and never repeats a value.
 *
 * The keywords of JSON Schema that hold: type, enum, const, minLength, maxLength (in
 * code points), pattern, format (uuid), minimum, maximum, exclusiveMinimum,
 * exclusiveMaximum, multipleOf, items, minItems, maxItems, uniqueItems, properties,
 * required, additionalProperties, anyOf, oneOf. Others are notes. A BigInt counts as
 * an integer. undefined is absent, and so is null unless the param takes null.
 */
export function validateArguments(
  operation: Operation,
  args: unknown,
  options: { readonly account?: string; readonly idempotencyKey?: string | undefined } = {},
): Record<string, unknown> {
  try {
    return checkArguments(operation, args ?? {}, options.idempotencyKey);
  } catch (error) {
    if (!(error instanceof Violation)) throw error;
    throw new KosmoError({
      code: 'invalid_argument',
      message: error.message,
      param: error.param,
      integration: operation.integration.name,
      function: operation.name,
      account: options.account ?? 'default',
    });
  }
}

function checkArguments({ name, params }: Operation, args: unknown, key?: string): Record<string, unknown> {
  if (!isPlainObject(args)) throw new Violation('arguments', 'must be an object');
  const known = Object.keys(params);
  for (const given of Object.keys(args)) {
    if (Object.hasOwn(params, given)) continue;
    const takes = `; ${name} takes ${known.join(', ') || 'none'}`;
    throw new Violation(
      quoteText(given),
      `is not a param${didYouMean(given, known) || takes}`,
      showText(given, 64),
    );
  }
  if (key !== undefined && !known.some((param) => params[param]!.generate)) {
    throw new Violation('idempotencyKey', `is not supported by ${name}`);
  }
  const checked: Record<string, unknown> = {};
  for (const param of known) {
    const value = checkParam(
      param,
      params[param]!,
      Object.hasOwn(args, param) ? args[param] : undefined,
      key,
    );
    if (value !== undefined) checked[param] = value;
  }
  return checked;
}

function checkParam(name: string, param: Param, given: unknown, key: string | undefined): unknown {
  const absent = given === undefined || (given === null && !matchesSchema(null, param.schema));
  const value = absent ? initialValue(param, key) : copyJson(given, name);
  if (value !== undefined) checkSchema(value, param.schema, name);
  else if (param.required) throw new Violation(name, 'is required');
  return value;
}

function initialValue(param: Param, key: string | undefined): unknown {
  return param.generate ? (key ?? crypto.randomUUID()) : param.default;
}
