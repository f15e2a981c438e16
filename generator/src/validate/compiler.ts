import { compileExpression } from '../jmespath/index.js';
import type { Compilation } from '../jmespath/index.js';

/** Compiles JMESPath. Each text once: the same expressions recur in many functions of an integration. */
export type Compiler = (source: string) => Compilation;

export function createCompiler(): Compiler {
  const known = new Map<string, Compilation>();
  return (source) => {
    const found = known.get(source) ?? compileExpression(source);
    known.set(source, found);
    return found;
  };
}
