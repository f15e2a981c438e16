import type { DetailRule } from '@kosmokrator/runtime/parts';
import { type Node, referencedPaths } from '../../jmespath/index.js';
import type { FunctionModel, TypeModel } from '../../model/model.js';
import { certainTypes } from './certain-types.js';
import { heldRules, valueRule } from './held-rules.js';
import { fits } from './json-types.js';
import { madeMembers } from './made-members.js';
import { promisedShape } from './promised-shape.js';
import { replyPath } from './reply-path.js';
import { sourceRules } from './source-rules.js';

/**
 * What `checkShape` does not look at: items of lists, members of members, whole numbers, fixed values, and what `select`
 * would leave out without a word. Places are named in the reply where the result has the value from there unchanged.
 */
export function detailRules(
  fn: FunctionModel,
  ast: Node | undefined,
  shared: readonly TypeModel[],
): DetailRule[] {
  const rules = (place: readonly string[], schema: unknown, node?: Node): DetailRule[] => {
    if (node && readsArguments(node)) return [];
    const shape = promisedShape(schema, shared);
    const found = (node && replyPath(fn, node)?.path) ?? place;
    const own = valueRule(found, shape);
    const isOpen = shape.values || !node || !fits(certainTypes(fn, node), shape.types);
    return [
      ...(isOpen && isDetail(own) ? [own] : []),
      // The place in the reply says more than that in the result.
      ...(node ? sourceRules(fn, shared, node, schema) : []),
      ...heldRules(found, shape, shared),
    ];
  };
  const members = ast && madeMembers(ast);
  if (!members) return rules([ast ? 'result' : fn.paginate?.collect ? 'items' : 'body'], fn.returns, ast);
  return promisedShape(fn.returns, shared).required.flatMap(([name, schema]) =>
    rules(['result', name], schema, members.get(name)),
  );
}

/** `checkShape` knows types alone, and takes a whole number for a number. */
export function isDetail([allowed]: DetailRule): boolean {
  return typeof allowed !== 'string' || allowed.includes('whole');
}

/** A value that the caller has given is no matter of the reply. */
function readsArguments(node: Node): boolean {
  const roots = referencedPaths(node).map(({ segments: [root] }) => root);
  return roots.every((root) => root === 'args' || root === 'credentials');
}
