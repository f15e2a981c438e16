import type { JsonSchema } from '@kosmokrator/runtime';
import type { ParamSpec } from '../../spec/spec.js';
import type { Rule } from '../context.js';
import { paramFault } from '../param-fault.js';
import { quoteName } from '../quote.js';

/** A default satisfies its own schema, and is there only where it can be used. */
export const defaults: Rule = function* ({ integration, functions }) {
  const types = integration.value.types ?? {};
  for (const file of functions) {
    for (const [name, param] of Object.entries(file.value.params ?? {})) {
      const [keyword, rule] = fault(name, param, types) ?? [];
      if (keyword === undefined) continue;
      const message = `the param ${quoteName(name)} ${rule}`;
      yield { code: 'DEFAULT_INVALID', message, at: { file, path: ['params', name, keyword] } };
    }
  }
};

function fault(
  name: string,
  param: ParamSpec,
  types: Readonly<Record<string, JsonSchema>>,
): readonly [keyword: string, rule: string] | undefined {
  const { required, default: value, generate } = param;
  if (required && value !== undefined) return ['default', 'is required, so its default is never used'];
  if (required && generate) return ['generate', 'is required, so its value is never generated'];
  if (generate && value !== undefined) return ['default', 'is generated, so its default is never used'];
  if (generate && param['type'] !== 'string')
    return ['generate', 'is generated as text, so its type must be string'];
  if (value === undefined) return undefined;
  if (value === null) return ['default', 'has the default null, which is the same as no default'];
  const rule = paramFault(name, value, param, types);
  return rule === undefined ? undefined : ['default', `has a default that ${rule}`];
}
