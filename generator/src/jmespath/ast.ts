import type { Json } from '../javascript/literal.js';

/** Where a node stands in its expression, in UTF-16 units. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

export type Comparator = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** One key of a multi-select hash. */
export interface HashEntry extends Span {
  readonly key: string;
  readonly value: Node;
}

/** `&expression`, which stands only as an argument of a function. */
export interface ExpressionReference extends Span {
  readonly kind: 'reference';
  readonly body: Node;
}

type Kinds =
  /** `@`, and what an expression that begins with a bracket, `*` or nothing works on (length 0). */
  | { readonly kind: 'current' }
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'literal'; readonly value: Json }
  /** `left.right`: null when `left` is. */
  | { readonly kind: 'sub'; readonly left: Node; readonly right: Node }
  | { readonly kind: 'pipe' | 'or' | 'and'; readonly left: Node; readonly right: Node }
  | { readonly kind: 'not'; readonly operand: Node }
  | { readonly kind: 'comparison'; readonly operator: Comparator; readonly left: Node; readonly right: Node }
  | { readonly kind: 'index'; readonly left: Node; readonly index: number }
  /** The projections: `right` is applied to each item. `[a:b:c]`, `[*]`, `*`, `[]`, `[?…]`. */
  | {
      readonly kind: 'slice';
      readonly left: Node;
      readonly bounds: readonly [start: number | null, stop: number | null, step: number];
      readonly right: Node;
    }
  | { readonly kind: 'project' | 'values' | 'flatten'; readonly left: Node; readonly right: Node }
  | { readonly kind: 'filter'; readonly left: Node; readonly condition: Node; readonly right: Node }
  | { readonly kind: 'list'; readonly items: readonly Node[] }
  | { readonly kind: 'hash'; readonly entries: readonly HashEntry[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly (Node | ExpressionReference)[] };

/** A parsed expression: one variant for each `kind`, all with their place. */
export type Node = Span & Kinds;

/** The nodes directly below one. */
export function childNodes(node: Node | ExpressionReference): readonly (Node | ExpressionReference)[] {
  switch (node.kind) {
    case 'current':
    case 'field':
    case 'literal':
      return [];
    case 'reference':
      return [node.body];
    case 'not':
      return [node.operand];
    case 'index':
      return [node.left];
    case 'filter':
      return [node.left, node.condition, node.right];
    case 'list':
      return node.items;
    case 'hash':
      return node.entries.map((entry) => entry.value);
    case 'call':
      return node.args;
    default:
      return [node.left, node.right];
  }
}
