import type { JsonSchema } from '@kosmokrator/runtime';
import type { IntegrationModel, ParamModel } from '../../model/model.js';
import { Emitted } from '../emitted.js';
import { luaIndex } from '../syntax/lua.js';
import { luaValue } from '../syntax/lua-value.js';

/** A script made from the metadata alone: it calls the first function by its full name, with placeholders, and prints. */
export function metadataSnippet({ namespace, functions }: IntegrationModel): Emitted {
  const fn = functions[0]!;
  const args = Object.fromEntries(
    fn.params
      .filter(isShown)
      .map((param) => [param.name, placeholder(param) ?? fn.examples[0]?.args[param.name] ?? '']),
  );
  const start = `local result = app.integrations${luaIndex(namespace).text}${luaIndex(fn.fullName).text}(`;
  const given = Object.keys(args).length === 0 ? '' : luaValue(args, { column: start.length + 1 }).text;
  return new Emitted(`${start}${given})\nprint(result)`);
}

/** Placeholders stand for what a call needs, and for what has a default or bounds that a reader may want to change. */
function isShown({ required, default: preset, schema }: ParamModel): boolean {
  return required || preset !== undefined || 'minimum' in schema || 'maximum' in schema;
}

/** A value that the param takes, or undefined when its schema does not say one. */
function placeholder({ name, default: preset, schema }: ParamModel): unknown {
  if (preset !== undefined) return preset;
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  if ('const' in schema) return schema['const'];
  const type = [schema['type'] ?? 'string'].flat().find((each) => each !== 'null');
  return placeholders[type as string]?.(schema, name);
}

const placeholders: Readonly<Record<string, (schema: JsonSchema, name: string) => unknown>> = {
  string: (schema, name) =>
    [`example_${name}`, `example-${name.replaceAll('_', '-')}`, name].find((text) => fits(text, schema)),
  integer: lowest,
  number: lowest,
  boolean: () => true,
};

function fits(text: string, { pattern, format, minLength, maxLength }: JsonSchema): boolean {
  if (format !== undefined || text.length < Number(minLength ?? 0)) return false;
  return text.length <= Number(maxLength ?? Infinity) && new RegExp(String(pattern ?? ''), 'u').test(text);
}

function lowest({ minimum, maximum, exclusiveMinimum }: JsonSchema): unknown {
  if (exclusiveMinimum !== undefined) return undefined;
  return minimum ?? Math.min(1, Number(maximum ?? 1));
}
