import { childNodes, type Node, type ExpressionReference, type Span } from './ast.js';

/** A chain of fields that an expression reads from its scope: `args.key`. */
export interface ReferencedPath extends Span {
  /** `['args', 'key']`. */
  readonly segments: readonly string[];
  /** `args.key`. */
  readonly path: string;
}

/** Where a node's value comes from: these fields of the scope, from the scope itself (`[]`) on. */
interface Origin extends Span {
  readonly segments: readonly string[];
}

/**
 * The fields that an expression reads from its scope, in the order of the text. A path
 * ends where a list is indexed or projected, and where a function begins: what is read
 * from there on has no known place in the scope.
 */
export function referencedPaths(ast: Node): ReferencedPath[] {
  const found: ReferencedPath[] = [];
  const use = (origin: Origin | undefined) => {
    if (!origin || origin.segments.length === 0) return;
    const { segments, offset, length } = origin;
    found.push({ segments, path: segments.join('.'), offset, length });
  };
  use(trace(ast, { segments: [], offset: ast.offset, length: 0 }, use));
  return found.toSorted((a, b) => a.offset - b.offset);
}

/** Follows a node whose current node is `base`; reports with `use` what is read, and returns what is not yet. */
function trace(
  node: Node | ExpressionReference,
  base: Origin | undefined,
  use: (read: Origin | undefined) => void,
): Origin | undefined {
  switch (node.kind) {
    case 'current':
      return base;
    case 'field':
      return base && { segments: [...base.segments, node.name], offset: node.offset, length: node.length };
    case 'sub':
    case 'pipe': {
      const end = trace(node.right, trace(node.left, base, use), use);
      const extendsPath = end && node.kind === 'sub' && node.right.kind === 'field';
      return extendsPath ? { ...end, offset: node.offset, length: node.length } : end;
    }
    case 'reference':
      use(trace(node.body, undefined, use));
      return undefined;
    case 'slice':
    case 'project':
    case 'values':
    case 'flatten':
    case 'filter':
      use(trace(node.left, base, use));
      for (const child of childNodes(node)) if (child !== node.left) trace(child, undefined, use);
      return undefined;
    default:
      for (const child of childNodes(node)) use(trace(child, base, use));
      return undefined;
  }
}
