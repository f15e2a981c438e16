import { Code } from '../javascript/code.js';
import type { CompiledExpression } from '../model/model.js';

/** A compiled expression as a function of the scope. */
export function scopeFunction({ code, names }: CompiledExpression): Code {
  return new Code(`(scope) => (${code})`, names);
}
