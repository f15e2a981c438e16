import type { FunctionSpec, ParamSpec } from '../spec/spec.js';
import { inlineRefs, type Types } from '../spec/inline-refs.js';
import type { ParamModel } from './model.js';

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
