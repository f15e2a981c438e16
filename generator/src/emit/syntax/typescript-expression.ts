import type { CompiledExpression } from '../../model/model.js';
import { Emitted } from '../emitted.js';

/** A compiled expression as a function of the scope. Its code is the compiler's own, never text of a spec. */
export function scopeFunction({ code }: CompiledExpression): Emitted {
  return new Emitted(`(s) => (${code})`);
}
