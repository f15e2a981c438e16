import type { JsonSchema } from '@kosmokrator/runtime';
import { parseJson } from '@kosmokrator/runtime';
import { UsageError } from '../errors/usage-error.js';

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * The value that a text on the command line stands for, by the schema of its param. Where a string may stand it is that
 * string: `007` stays what it is. A text that is not of the type stays a text, which the call then refuses by its rules.
 * Throws a UsageError for an object or a list that is not JSON.
 */
export function typedValue(text: string, schema: JsonSchema, flag: string): unknown {
  const types = typesOf(schema);
  if (types.size === 0 || types.has('string')) return text;
  if (types.has('null') && text === 'null') return null;
  if (types.has('boolean') && /^(?:true|false)$/.test(text)) return text === 'true';
  if ((types.has('integer') || types.has('number')) && jsonNumber.test(text)) return toNumber(text);
  if (types.has('object') || types.has('array')) return parseValue(text, flag);
  return text;
}

/** The types that a schema lets through; empty for all. */
export function typesOf(schema: JsonSchema): ReadonlySet<string> {
  const { type, anyOf, oneOf, enum: values } = schema;
  if (type !== undefined) return new Set([type].flat() as string[]);
  const choices = (anyOf ?? oneOf) as readonly JsonSchema[] | undefined;
  if (choices) {
    const each = choices.map(typesOf);
    return each.some(({ size }) => size === 0)
      ? new Set()
      : new Set(each.flatMap((types) => Array.from(types)));
  }
  return new Set(Array.isArray(values) ? values.map(typeOf) : []);
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** An integer keeps all its digits. */
function toNumber(text: string): number | bigint {
  const number = Number(text);
  return /^-?\d+$/.test(text) && !Number.isSafeInteger(number) ? BigInt(text) : number;
}

function parseValue(text: string, flag: string): unknown {
  try {
    return parseJson(text);
  } catch {
    throw new UsageError(`${flag} takes JSON, such as '{"name":"value"}', and this is not JSON`);
  }
}
