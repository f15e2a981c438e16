import { childNodes, type Node, type ExpressionReference } from '../../jmespath/index.js';

/** Whether an expression reads members of the current value, and nothing else of it: that has to be an object. */
export function readsMembers(node: Node): boolean {
  const reads = readsOf(node);
  return reads.length > 0 && reads.every((kind) => kind === 'field');
}

function readsOf(node: Node | ExpressionReference): readonly ('current' | 'field')[] {
  switch (node.kind) {
    case 'current':
    case 'field':
      return [node.kind];
    case 'reference':
      return [];
    case 'call': {
      // `merge` takes nothing but objects.
      const takesObject = node.name === 'merge';
      return node.args.flatMap((one) => (takesObject && one.kind === 'current' ? ['field'] : readsOf(one)));
    }
    case 'sub':
    case 'pipe':
    case 'slice':
    case 'project':
    case 'values':
    case 'flatten':
    case 'filter':
      return readsOf(node.left);
    default:
      return childNodes(node).flatMap(readsOf);
  }
}
