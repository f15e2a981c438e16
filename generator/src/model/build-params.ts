import type { JsonSchema } from '@kosmokrator/runtime';
import type { FunctionSpec, ParamSpec } from '../spec/spec.js';
import type { ParamModel } from './model.js';

type Types = Readonly<Record<string, JsonSchema>>;

/** Params, the required ones first, their schemas written out. */
export function buildParams({ params = {} }: FunctionSpec, types: Types): ParamModel[] {
  const all = Object.entries(params).map(([name, param]) => buildParam(name, param, types));
  return [...all.filter((param) => param.required), ...all.filter((param) => !param.required)];
}

function buildParam(name: string, param: ParamSpec, types: Types): ParamModel {
  const { description, required, default: initial, generate, in: _place, as: _wire, ...schema } = param;
  const { description: _prose, ...written } = inlineRefs(schema, types);
  return {
    name,
    description,
    required: required === true,
    schema: written,
    ...(initial === undefined ? {} : { default: initial }),
    ...(generate === undefined ? {} : { generate }),
  };
}

/** Replaces each `$ref`. Keywords beside a `$ref` win over those of the type. Validation has ruled out cycles. */
export function inlineRefs(schema: JsonSchema, types: Types): JsonSchema {
  const { $ref, ...own } = schema;
  const written = mapSubschemas(own, (sub) => inlineRefs(sub, types));
  if (typeof $ref !== 'string') return written;
  return { ...inlineRefs(types[typeName($ref)] ?? {}, types), ...written };
}

/** `Database` for `#/types/Database`. */
export function typeName(ref: string): string {
  return ref.replace(/^#\/types\//, '');
}

function mapSubschemas(schema: JsonSchema, map: (sub: JsonSchema) => JsonSchema): JsonSchema {
  const mapped: Record<string, unknown> = { ...schema };
  const { items, properties, additionalProperties, anyOf, oneOf } = schema;
  if (isSchema(items)) mapped['items'] = map(items);
  if (isSchema(additionalProperties)) mapped['additionalProperties'] = map(additionalProperties);
  if (isSchema(properties)) {
    const entries = Object.entries(properties).map(([name, sub]) => [name, map(sub as JsonSchema)]);
    mapped['properties'] = Object.fromEntries(entries);
  }
  if (Array.isArray(anyOf)) mapped['anyOf'] = anyOf.map(map);
  if (Array.isArray(oneOf)) mapped['oneOf'] = oneOf.map(map);
  return mapped;
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
