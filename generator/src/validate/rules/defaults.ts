import { brokenRule as brokenCheck, checkCalls } from '../../operation/index.js';
import { inlineRefs } from '../../spec/inline-refs.js';
import { ownSpelling } from '../../spec/own-spelling.js';
import type { ParamSpec } from '../../spec/spec.js';
import type { Rule } from '../context.js';
import { quoteName } from '../quote.js';

/** A default satisfies its own schema, and is there only where it can be used. */
export const defaults: Rule = function* ({ integration, functions }) {
  const types = integration.value.types ?? {};
  for (const file of functions) {
    for (const [name, param] of Object.entries(file.value.params ?? {})) {
      const [keyword, rule] = fault(name, param, () => inlineRefs(param, types)) ?? [];
      if (keyword === undefined) continue;
      const message = `the param ${quoteName(name)} ${rule}`;
      yield { code: 'DEFAULT_INVALID', message, at: { file, path: ['params', name, keyword] } };
    }
  }
};

function fault(
  name: string,
  param: ParamSpec,
  schema: () => ReturnType<typeof inlineRefs>,
): readonly [keyword: string, rule: string] | undefined {
  const { required, default: value, generate } = param;
  if (required && value !== undefined) return ['default', 'is required, so its default is never used'];
  if (required && generate) return ['generate', 'is required, so its value is never generated'];
  if (generate && value !== undefined) return ['default', 'is generated, so its default is never used'];
  if (generate && param['type'] !== 'string')
    return ['generate', 'is generated as text, so its type must be string'];
  if (value === undefined) return undefined;
  if (value === null) return ['default', 'has the default null, which is the same as no default'];
  const rule = brokenRule(name, ownSpelling(value, param.values), schema());
  return rule === undefined ? undefined : ['default', `has a default that ${rule}`];
}

/** Asks the checks that a call would go through. */
function brokenRule(name: string, value: unknown, schema: ReturnType<typeof inlineRefs>): string | undefined {
  const { required: _flag, default: _value, ...keywords } = schema;
  const message = brokenCheck(checkCalls(keywords), value, name);
  return message?.startsWith(`${name} `) ? message.slice(name.length + 1) : message;
}
