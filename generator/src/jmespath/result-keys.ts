import type { Node, Reference } from './ast.js';

/**
 * The keys that an expression is known to give its result: those of a multi-select hash
 * or of a JSON object, or of such objects among the arguments of `merge`, whose other
 * arguments may add more. Undefined when the result can be anything.
 */
export function resultKeys(ast: Node): readonly string[] | undefined {
  if (ast.kind === 'pipe') return resultKeys(ast.right);
  if (ast.kind !== 'call' || ast.name !== 'merge') return objectKeys(ast);
  const known = ast.args.map(objectKeys).filter((keys) => keys !== undefined);
  return known.length > 0 ? unique(known.flat()) : undefined;
}

function objectKeys(node: Node | Reference): readonly string[] | undefined {
  if (node.kind === 'hash') return unique(node.entries.map(({ key }) => key));
  if (node.kind !== 'literal' || typeof node.value !== 'object' || node.value === null) return undefined;
  return Array.isArray(node.value) ? undefined : Object.keys(node.value);
}

function unique(keys: readonly string[]): readonly string[] {
  return [...new Set(keys)];
}
