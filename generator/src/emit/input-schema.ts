import type { JsonSchema } from '@kosmokrator/runtime';
import type { ParamModel } from '../model/model.js';
import { acceptedSchema } from './accepted-schema.js';

/** The JSON Schema of a function's arguments: one object that takes its params and nothing else. */
export function inputSchema(params: readonly ParamModel[]): JsonSchema {
  const required = params.filter((param) => param.required).map((param) => param.name);
  const properties = Object.fromEntries(params.map((param) => [param.name, paramSchema(param)]));
  return {
    type: 'object',
    properties,
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

function paramSchema(param: ParamModel): JsonSchema {
  const { description, default: value } = param;
  return {
    ...standard(acceptedSchema(param)),
    ...(description && { description }),
    ...(value !== undefined && { default: value }),
  };
}

/** `uuid4` is no format of JSON Schema, and strict validators refuse what they do not know. */
function standard(schema: JsonSchema): JsonSchema {
  return schema['format'] === 'uuid4' ? { ...schema, format: 'uuid' } : schema;
}
