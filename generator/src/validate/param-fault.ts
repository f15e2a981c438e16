import type { JsonSchema } from '@kosmokrator/runtime';
import { brokenRule, checkCalls } from '../operation/index.js';
import { inlineRefs } from '../spec/inline-refs.js';
import { ownSpelling } from '../spec/own-spelling.js';
import type { ParamSpec } from '../spec/spec.js';

/** The rule of a param that a value breaks, in words that follow its name; undefined when a call would take the value. */
export function paramFault(
  name: string,
  value: unknown,
  param: ParamSpec,
  types: Readonly<Record<string, JsonSchema>>,
): string | undefined {
  const { required: _flag, default: _value, ...keywords } = inlineRefs(param, types);
  const message = brokenRule(checkCalls(keywords), ownSpelling(value, param.values), name);
  return message?.startsWith(`${name} `) ? message.slice(name.length + 1) : message;
}
