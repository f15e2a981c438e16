import type { Node } from '../../jmespath/index.js';

/**
 * The members that an expression makes, by name, when it certainly makes an object; other members may come with what
 * is merged. Undefined when it can give anything.
 */
export function madeMembers(ast: Node): ReadonlyMap<string, Node> | undefined {
  if (ast.kind === 'hash') return new Map(ast.entries.map(({ key, value }) => [key, value]));
  if (ast.kind !== 'call' || ast.name !== 'merge') return undefined;
  return ast.args.reduce<Map<string, Node>>((members, argument) => {
    // Whatever it holds stands before what came earlier.
    if (argument.kind !== 'hash') return new Map();
    for (const { key, value } of argument.entries) members.set(key, value);
    return members;
  }, new Map());
}
