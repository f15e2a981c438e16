import { printJson } from '../../jmespath/index.js';
import type { ParamModel } from '../../model/model.js';
import { type Code, writeCode } from '../../javascript/code.js';
import { paramRules } from './param-rules.js';

/** How a param's value is read before it is checked; undefined when it is taken as it is. */
export function copyCode({ schema, values }: ParamModel): Code | undefined {
  const { needsCopy } = paramRules(schema);
  if (!values) return needsCopy ? writeCode((call) => call('copyJson')) : undefined;
  return writeCode((call) => call('respell', printJson(values), ...(needsCopy ? [call('copyJson')] : [])));
}
