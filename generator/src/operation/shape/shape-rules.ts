import type { DetailRule, ShapeRule } from '@kosmokrator/runtime/parts';
import { compileExpression, type Node, referencedPaths } from '../../jmespath/index.js';
import type { FunctionModel, IntegrationModel, TypeModel } from '../../model/model.js';
import { certainTypes } from './certain-types.js';
import { detailRules, isDetail } from './detail-rules.js';
import { type ReplyPath, replyPath } from './reply-path.js';
import { madeMembers } from './made-members.js';
import { promisedShape } from './promised-shape.js';
import { fits, type JsonTypes, mayBeNull, typeWords } from './json-types.js';

/** Rules for `checkShape`, and for `checkDetails`, which few functions need. */
export interface ShapeRules {
  readonly shape: readonly ShapeRule[];
  readonly details: readonly DetailRule[];
}

/**
 * What the replies of a function, and the result that is made of them, must have. A member of a reply that is the
 * value of a required member of the result has to be there, even when it may be null: a reply that says nothing is
 * no answer. Of what an expression makes, the type is held to, unless it can be no other.
 */
export function shapeRules({ types: shared }: IntegrationModel, fn: FunctionModel): ShapeRules {
  const compiled = fn.select && compileExpression(fn.select.source);
  const ast = compiled?.ok ? compiled.ast : undefined;
  const shape = unique(wantedShape(fn, ast, shared));
  const covered = new Set(shape.map((rule) => JSON.stringify(rule)));
  const details = detailRules(fn, ast, shared).filter(
    (rule) => isDetail(rule) || !covered.has(JSON.stringify(rule)),
  );
  return { shape, details: unique(details) };
}

function wantedShape(fn: FunctionModel, ast: Node | undefined, shared: readonly TypeModel[]): ShapeRule[] {
  // The walk has gathered a list.
  if (!ast && fn.paginate?.collect) return [];
  const { types, required } = promisedShape(fn.returns, shared);
  // Nothing is promised.
  if (String(types) === 'null') return [];
  const root = ast ? 'result' : 'body';
  const members = ast && madeMembers(ast);
  const promises = required.map(([name, schema]) => [name, promisedShape(schema, shared).types] as const);
  // What has a member that is not null is an object.
  const implied = String(types) === 'object' && promises.some(([, promised]) => !mayBeNull(promised));
  const rules = members || implied ? [] : wholeRules(fn, ast, types);
  for (const [name, promised] of promises) {
    const node = members?.get(name);
    // A whole that is null has no members, which are found to be null.
    const nullable = !members && mayBeNull(types) ? promised && [...promised, 'null'] : promised;
    rules.push(...(node ? madeRules(fn, name, node, promised) : foundRules(fn, root, name, nullable)));
  }
  return rules;
}

/** The result as a whole: the body, or what one expression gives. */
function wholeRules(fn: FunctionModel, ast: Node | undefined, types: JsonTypes): ShapeRule[] {
  if (!ast) return fits(bodyTypes(fn), types) ? [] : [[typeWords(types), 'body']];
  const path = replyPath(fn, ast);
  if (fits(certainTypes(fn, ast), types)) return [];
  if (!path) return types ? [[typeWords(types), 'result']] : [];
  return pathRules(path, types);
}

/** A member that an expression makes. */
function madeRules(fn: FunctionModel, name: string, node: Node, types: JsonTypes): ShapeRule[] {
  const roots = referencedPaths(node).map(({ segments }) => segments[0]!);
  if (roots.every((root) => root === 'args' || root === 'credentials')) return [];
  if (fits(certainTypes(fn, node), types)) return [];
  const found = replyPath(fn, node);
  if (found) return pathRules(found, types);
  return types ? [[typeWords(types), 'result', name]] : [];
}

/** A member of a reply. Of one that may be null, the body has to be there: null is found below nothing, too. */
function pathRules({ path, body, certain }: ReplyPath, types: JsonTypes): ShapeRule[] {
  const rule: ShapeRule = [typeWords(types), ...path];
  return certain && mayBeNull(types) ? [['an object', ...body], rule] : [rule];
}

/** A member of an object that is as the service sent it. */
function foundRules(fn: FunctionModel, root: string, name: string, types: JsonTypes): ShapeRule[] {
  const extracted = root === 'body' && fn.steps.at(-1)!.extract?.[name]?.required;
  return extracted && fits(['string'], types) ? [] : [[typeWords(types), root, name]];
}

function unique<Rule>(rules: readonly Rule[]): Rule[] {
  return [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()];
}

/** What a body that is no JSON is read as. */
function bodyTypes({ steps }: FunctionModel): JsonTypes {
  const { format, extract } = steps.at(-1)!;
  return extract ? ['object'] : format === 'json' ? undefined : ['string'];
}
