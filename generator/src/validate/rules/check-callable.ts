import type { FunctionSpec } from '../../spec/spec.js';
import { paramFault } from '../param-fault.js';
import type { Rule } from '../context.js';
import { quoteName } from '../quote.js';
import { suggest } from '../suggest.js';

type Params = NonNullable<FunctionSpec['params']>;

/** A health check can be made at any time: its function reads, and gets the arguments that it needs. */
export const checkCallable: Rule = function* ({ integration: file, functions, functionNames }) {
  const { check = [], types = {} } = file.value;
  for (const [index, one] of [check].flat().entries()) {
    const { function: name, args = {} } = typeof one === 'string' ? { function: one } : one;
    const place = ['check', ...(Array.isArray(check) ? [index] : [])];
    const at = { file, path: typeof one === 'string' ? place : [...place, 'function'] };
    if (!functionNames.includes(name)) {
      const message = `there is no function ${quoteName(name)}`;
      yield { code: 'CHECK_INVALID', message, at, ...suggest(name, functionNames, 'Add the function.') };
      continue;
    }
    const { operation, params = {} } = functions.find((fn) => fn.name === name)?.value ?? {};
    const needed = Object.keys(params).find(
      (param) => params[param]!.required && !Object.hasOwn(args, param),
    );
    if (operation === 'write') {
      yield { code: 'CHECK_INVALID', message: `${quoteName(name)} is a write`, at };
    } else if (needed !== undefined) {
      const message = `${quoteName(name)} needs the argument ${quoteName(needed)}`;
      yield { code: 'CHECK_INVALID', message, at };
    }
    for (const [param, value] of operation === undefined ? [] : Object.entries(args)) {
      const fault = argumentFault(param, value, params, types);
      if (fault === undefined) continue;
      const message = `the argument ${quoteName(param)} of ${quoteName(name)} ${fault.rule}`;
      yield { code: 'CHECK_INVALID', message, at: { file, path: [...place, 'args', param] }, ...fault.more };
    }
  }
};

function argumentFault(
  param: string,
  value: unknown,
  params: Params,
  types: Parameters<typeof paramFault>[3],
) {
  if (!Object.hasOwn(params, param))
    return { rule: 'is not one of its params', more: suggest(param, Object.keys(params)) };
  const rule = paramFault(param, value, params[param]!, types);
  return rule === undefined ? undefined : { rule, more: {} };
}
