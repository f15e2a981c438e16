import type { Node, ExpressionReference } from '../../jmespath/index.js';
import type { FunctionModel } from '../../model/model.js';
import { replyOf } from './reply-path.js';

/** Where the current node of an expression stands in the scope; `[]` is the scope itself, undefined what is computed. */
export type Base = readonly string[] | undefined;

/**
 * Where the values of an expression stand in a reply, as a path of `checkDetails`; undefined for what is computed, and for
 * a reply that need not have a body.
 */
export function sourcePath(fn: FunctionModel, base: Base, node: Node | ExpressionReference): Base {
  switch (node.kind) {
    case 'current':
      return base;
    case 'field':
      return base && inReply(fn, [...base, node.name]);
    case 'sub':
    case 'pipe':
      return sourcePath(fn, sourcePath(fn, base, node.left), node.right);
    case 'project':
    case 'slice':
      return itemPath(fn, base, node, '[*]');
    case 'flatten':
      return itemPath(fn, base, node, '[]');
    default:
      return undefined;
  }
}

function itemPath(
  fn: FunctionModel,
  base: Base,
  { left, right }: { readonly left: Node; readonly right: Node },
  step: string,
): Base {
  const list = sourcePath(fn, base, left);
  return list && sourcePath(fn, [...list, step], right);
}

/** The place in a reply that a path from the scope leads to; undefined where it leads elsewhere. */
function inReply(fn: FunctionModel, path: readonly string[]): Base {
  if (path[0] === 'items') return fn.paginate?.collect ? path : undefined;
  if (path[0] === 'body') return path.length > 1 ? path : replyOf(fn, path)?.body;
  if (path[0] !== 'steps') return undefined;
  return path.length === 3 ? replyOf(fn, path)?.body : path;
}

/** How much of a path is the body of a reply. */
export function bodyLength([root]: readonly string[]): number {
  return root === 'steps' ? 3 : 1;
}
