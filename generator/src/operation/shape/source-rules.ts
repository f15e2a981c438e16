import type { DetailRule } from '@kosmokrator/runtime/parts';
import { childNodes, type Node, type ExpressionReference, referencedPaths } from '../../jmespath/index.js';
import type { FunctionModel, TypeModel } from '../../model/model.js';
import { anyButNull, type JsonTypes, mayBeNull, typeWords } from './json-types.js';
import { madeMembers } from './made-members.js';
import { promisedShape } from './promised-shape.js';
import { readsMembers } from './reads-members.js';
import { type Base, bodyLength, sourcePath } from './source-path.js';

interface Projection {
  readonly kind: 'project' | 'flatten' | 'slice' | 'filter';
  readonly left: Node;
  readonly right: Node;
}

/**
 * Rules for what an expression would lose without a word. A projection leaves out items that are null or lack what is read
 * of them, and gives null for what is no list; a member that may be null is null where the reply lacks it. So a list that is
 * projected is a list, its items are of use, and what a required member of the result is read from is there.
 * Nothing is demanded of what is read under a condition, or has another part of a reply as its second choice, or of items that a
 * filter picks.
 */
export function sourceRules(
  fn: FunctionModel,
  shared: readonly TypeModel[],
  node: Node | ExpressionReference,
  schema?: unknown,
  base: Base = [],
): DetailRule[] {
  const visit = (next: Node | ExpressionReference, promised?: unknown, from = base) =>
    sourceRules(fn, shared, next, promised, from);
  const shapeOf = (promised: unknown) => promisedShape(promised, shared);

  /** Rules for the members that an expression makes and the schema requires. */
  function ofMembers(members: ReadonlyMap<string, Node>): DetailRule[] {
    return shapeOf(schema).required.flatMap(([name, promised]) => {
      const made = members.get(name);
      return made ? ofRead(base, made, shapeOf(promised).types).concat(visit(made, promised)) : [];
    });
  }

  /** A member that an expression passes on unchanged must be in the reply, and so must every member above it. */
  function ofRead(from: Base, read: Node, types: JsonTypes): DetailRule[] {
    const path = sourcePath(fn, from, read);
    const known = path && from && (from.length === 0 ? bodyLength(path) : from.length + 1);
    if (!known || path.length < known + Number(from.length === 0) || path.slice(from.length).some(isStep))
      return [];
    const way = path.slice(known).map((_, index) => path.slice(0, known + index));
    const parent = mayBeNull(types) ? 'an object or null' : 'an object';
    const onWay = way.map((place) => ruleAt(place, place.length > bodyLength(place) ? parent : 'an object'));
    return [...onWay, ruleAt(path, typeWords(types))];
  }

  function ofProjection(projection: Projection): DetailRule[] {
    const list = sourcePath(fn, base, projection.left);
    if (!list) return [];
    const isBody = list.length === bodyLength(list);
    const rule: DetailRule = [isBody ? 'an array' : 'an array, null or absent', ...list];
    if (projection.kind === 'filter') return [rule];
    const item = [...list, projection.kind === 'flatten' ? '[]' : '[*]'];
    const { items } = shapeOf(schema);
    return [rule, ...ofItems(item, projection.right, items), ...visit(projection.right, items, item)];
  }

  /** No item is left out, unless the result may hold null in its place. */
  function ofItems(item: readonly string[], right: Node, items: unknown): DetailRule[] {
    const types = items === undefined ? undefined : shapeOf(items).types;
    if (items !== undefined && mayBeNull(types)) return [];
    const isWhole = types && right.kind === 'current';
    const own = isWhole ? typeWords(types) : readsMembers(right) ? 'an object' : anyButNull;
    return [[own, ...item], ...(types ? ofRead(item, right, types) : [])];
  }

  const members = node.kind === 'reference' ? undefined : madeMembers(node);
  if (members) return ofMembers(members);
  switch (node.kind) {
    case 'project':
    case 'flatten':
    case 'slice':
    case 'filter':
      return [...visit(node.left), ...ofProjection({ ...node, kind: node.kind })];
    case 'sub':
    case 'pipe':
      return [...visit(node.left), ...visit(node.right, schema, sourcePath(fn, base, node.left))];
    case 'or':
      return readsReply(node.right) ? [] : visit(node.left, schema);
    case 'and':
      return visit(node.left);
    case 'reference':
    case 'values':
      return [];
    default:
      return childNodes(node).flatMap((child) => visit(child));
  }
}

const ruleAt = (place: readonly string[], allowed: string): DetailRule => [allowed, ...place];
const isStep = (name: string) => name === '[]' || name === '[*]';

function readsReply(node: Node): boolean {
  return referencedPaths(node).some(({ segments: [root] }) => root !== 'args' && root !== 'credentials');
}
