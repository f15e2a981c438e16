import type { FunctionSpec, ParamSpec } from '../spec/spec.js';
import { inlineRefs, type Types } from '../spec/inline-refs.js';
import { ownSpelling } from '../spec/own-spelling.js';
import { describeSpellings } from '../operation/params/describe-spellings.js';
import type { ParamModel } from './model.js';

/** Params, the required ones first, their schemas written out. */
export function buildParams({ params = {} }: FunctionSpec, types: Types): ParamModel[] {
  const all = Object.entries(params).map(([name, param]) => buildParam(name, param, types));
  return [...all.filter((param) => param.required), ...all.filter((param) => !param.required)];
}

function buildParam(name: string, param: ParamSpec, types: Types): ParamModel {
  const { description, required, values, default: given, generate, in: _place, as: _wire, ...schema } = param;
  const initial = ownSpelling(given, values);
  const { description: _prose, ...written } = inlineRefs(schema, types);
  return {
    name,
    description: values ? `${description} ${describeSpellings(values)}` : description,
    required: required === true,
    schema: written,
    ...(values && { values }),
    ...(initial === undefined ? {} : { default: initial }),
    ...(generate === undefined ? {} : { generate }),
  };
}
