import type { ParamModel } from '../../model/model.js';
import { call, part, type Tree } from '../tree.js';
import { paramRules } from './param-rules.js';

/** A param as the runtime's `Param`. */
export function paramTree({ schema, values, required, default: initial, generate }: ParamModel): Tree {
  const { checks, needsCopy, nullable } = paramRules(schema);
  const copy = needsCopy ? [part('copyJson')] : [];
  return {
    checks,
    copy: values ? call('respell', values, ...copy) : copy[0],
    required: required || undefined,
    nullable: nullable || undefined,
    default: initial as Tree,
    generate: generate && part(generate),
  };
}
