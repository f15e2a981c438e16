import { scopeFunction } from '../jmespath/index.js';
import type { CompiledExpression, ErrorRulesModel, HintModel } from '../model/model.js';
import { call, type Tree, type TreeObject } from './tree.js';

/** Nodes of an expression that give a value for every reply, so that they need no guard. */
const harmless = new Set(['get', 'or', 'and']);

/** The runtime's `ErrorRules`, without the lists that are empty. */
export function errorRulesTree({ when, message, hints }: ErrorRulesModel = { hints: [] }): TreeObject {
  return {
    ...(when && { when: [scopeFunction(when)] }),
    ...(message && { message: [messageTree(message)] }),
    ...(hints.length > 0 && { hints: hints.map(hintTree) }),
  };
}

function messageTree(message: CompiledExpression): Tree {
  const code = scopeFunction(message);
  return message.names.every((name) => harmless.has(name)) ? code : call('quiet', code);
}

function hintTree({ match, when, hint }: HintModel): Tree {
  return when ? call('hintWhen', scopeFunction(when), hint) : call('hintMatch', match!, hint);
}
