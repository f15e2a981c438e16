import { type ReferencedPath, referencedPaths } from '../../jmespath/index.js';
import type { Compiler } from '../compiler.js';

const known = new WeakMap<object, readonly ReferencedPath[]>();

/** What an expression reads; nothing when it does not compile. */
export function readPaths(compile: Compiler, source: string): readonly ReferencedPath[] {
  const compiled = compile(source);
  if (!compiled.ok) return [];
  const paths = known.get(compiled.ast) ?? referencedPaths(compiled.ast);
  known.set(compiled.ast, paths);
  return paths;
}
