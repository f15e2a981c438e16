import type { JsonSchema } from '@kosmokrator/runtime';
import type { ParamModel } from '../model/model.js';

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

function paramSchema({ schema, description, default: value }: ParamModel): JsonSchema {
  return { ...schema, ...(description && { description }), ...(value !== undefined && { default: value }) };
}
