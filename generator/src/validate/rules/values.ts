import type { JsonSchema } from '@kosmokrator/runtime';
import { brokenRule, checkCalls } from '../../operation/index.js';
import { inlineRefs } from '../../spec/inline-refs.js';
import type { Rule } from '../context.js';
import { quoteName } from '../quote.js';

/** Other spellings stand for texts that the API takes, and for no other spelling. */
export const values: Rule = function* ({ integration, functions }) {
  const types = integration.value.types ?? {};
  for (const file of functions) {
    for (const [name, param] of Object.entries(file.value.params ?? {})) {
      if (!param.values) continue;
      const { values: _spellings, default: _value, required: _flag, ...keywords } = param;
      const schema = inlineRefs(keywords, types);
      const path = ['params', name, 'values'];
      const item = (schema['items'] ?? schema) as JsonSchema;
      if (!holdsTexts(item)) {
        const message = `the param ${quoteName(name)} has \`values\`, but is neither text nor a list of texts`;
        yield { code: 'VALUES_INVALID', message, at: { file, path, part: 'key' } };
        continue;
      }
      for (const [spelling, value] of Object.entries(param.values)) {
        const fault = spellingFault(spelling, value, param.values, item);
        if (!fault) continue;
        const message = `the param ${quoteName(name)} has the spelling ${quoteName(spelling)}, which ${fault}`;
        yield { code: 'VALUES_INVALID', message, at: { file, path: [...path, spelling] } };
      }
    }
  }
};

function holdsTexts(schema: JsonSchema): boolean {
  if (schema['anyOf'] !== undefined || schema['oneOf'] !== undefined) return false;
  if (schema['type'] !== undefined) return [schema['type']].flat().includes('string');
  return ownValues(schema).some((value) => typeof value === 'string');
}

function spellingFault(
  spelling: string,
  value: string,
  all: Readonly<Record<string, string>>,
  schema: JsonSchema,
): string | undefined {
  if (spelling === value) return 'stands for itself';
  if (ownValues(schema).includes(spelling)) return "is one of the API's own values";
  if (Object.hasOwn(all, value)) return `stands for ${quoteName(value)}, which is another spelling`;
  const rule = brokenRule(checkCalls(schema), value, '')?.trim();
  return rule && `stands for ${quoteName(value)}, but that ${rule}`;
}

function ownValues(schema: JsonSchema): readonly unknown[] {
  return 'const' in schema ? [schema['const']] : ((schema['enum'] ?? []) as unknown[]);
}
