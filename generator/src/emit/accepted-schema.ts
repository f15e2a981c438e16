import type { JsonSchema } from '@kosmokrator/runtime';
import type { ParamModel } from '../model/model.js';
import { brokenRule, checkCalls } from '../operation/index.js';

/** The schema of what callers may give: a param's own, and the other spellings that it has for some values. */
export function acceptedSchema({ schema, values }: Pick<ParamModel, 'schema' | 'values'>): JsonSchema {
  if (!values) return schema;
  const spellings = Object.keys(values);
  const { items } = schema;
  return items === undefined
    ? admit(schema, spellings)
    : { ...schema, items: admit(items as JsonSchema, spellings) };
}

/** Members of a closed set; of an open one, without the rules that they would break. */
function admit(schema: JsonSchema, spellings: readonly string[]): JsonSchema {
  const { const: only, enum: listed = only === undefined ? undefined : [only], ...rules } = schema;
  const admitted = Object.entries(rules).filter(([keyword, rule]) =>
    spellings.every((spelling) => brokenRule(checkCalls({ [keyword]: rule }), spelling, '') === undefined),
  );
  return {
    ...Object.fromEntries(admitted),
    ...(listed !== undefined && { enum: [...(listed as unknown[]), ...spellings] }),
  };
}
