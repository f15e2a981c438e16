import type { Node, ExpressionReference } from '../../jmespath/index.js';
import type { FunctionModel } from '../../model/model.js';
import { type JsonTypes, joinTypes, typeOfJson } from './json-types.js';

/** What functions of JMESPath give, where that does not depend on what they are given. */
const results: Readonly<Record<string, JsonTypes>> = {
  contains: ['boolean'],
  ends_with: ['boolean'],
  starts_with: ['boolean'],
  join: ['string'],
  lower: ['string'],
  upper: ['string'],
  replace: ['string'],
  to_string: ['string'],
  trim: ['string'],
  type: ['string'],
  length: ['integer'],
  sum: ['number'],
  to_number: ['number', 'null'],
  items: ['array'],
  keys: ['array'],
  sort: ['array'],
  sort_by: ['array'],
  split: ['array'],
  to_array: ['array'],
  values: ['array'],
  zip: ['array'],
  merge: ['object'],
};

/** The types of all that an expression can give, whatever the service sends; undefined when nobody can say. */
export function certainTypes(fn: FunctionModel, node: Node | ExpressionReference): JsonTypes {
  switch (node.kind) {
    case 'literal':
      return [typeOfJson(node.value)];
    case 'comparison':
      // What has no order is neither more nor less.
      return /[<>]/.test(node.operator) ? ['boolean', 'null'] : ['boolean'];
    case 'not':
      return ['boolean'];
    case 'hash':
      return ['object'];
    case 'list':
      return ['array'];
    case 'call':
      return results[node.name];
    case 'or':
      return joinTypes([typesWhenTrue(fn, node.left), certainTypes(fn, node.right)]);
    case 'and':
      return joinTypes([certainTypes(fn, node.left), certainTypes(fn, node.right)]);
    case 'field':
      return fieldTypes(fn, [node.name]);
    case 'sub':
      if (node.left.kind !== 'field' || node.right.kind !== 'field') return undefined;
      return fieldTypes(fn, [node.left.name, node.right.name]);
    default:
      return undefined;
  }
}

/** The types that are left where JMESPath counts the value as true: `a && 'b'` is then `'b'`. */
function typesWhenTrue(fn: FunctionModel, node: Node): JsonTypes {
  if (node.kind === 'and') return typesWhenTrue(fn, node.right);
  if (node.kind === 'or') return joinTypes([typesWhenTrue(fn, node.left), typesWhenTrue(fn, node.right)]);
  return certainTypes(fn, node)?.filter((type) => type !== 'null');
}

function fieldTypes({ steps, paginate }: FunctionModel, [root, name]: readonly string[]): JsonTypes {
  if (name === undefined) {
    if (root === 'items' && paginate?.collect) return ['array'];
    return root === 'status' ? ['integer'] : undefined;
  }
  if (root === 'headers') return ['string', 'null'];
  const field = root === 'body' ? steps.at(-1)!.extract?.[name] : undefined;
  return field && (field.required ? ['string'] : ['string', 'null']);
}
