import type { CompiledExpression, CredentialModel, FunctionModel, IntegrationModel } from '../model/model.js';
import { templateNames } from '../spec/template.js';
import { connectsExpressions } from './connects-expressions.js';

/** `credentials.email`, or without a name all of them. */
const reading = /\bcredentials\b(?:\s*\.\s*(\w+))?/g;

/** The credentials that a call of a function may use: in its APIs, its requests and, unless they are secret, its expressions. */
export function usedCredentials(model: IntegrationModel, fn: FunctionModel): readonly CredentialModel[] {
  const used = known.get(model) ?? new Map<FunctionModel, readonly CredentialModel[]>();
  known.set(model, used);
  const credentials = used.get(fn) ?? findUsed(model, fn);
  used.set(fn, credentials);
  return credentials;
}

/** Several targets ask about each function. */
const known = new WeakMap<IntegrationModel, Map<FunctionModel, readonly CredentialModel[]>>();

function findUsed(model: IntegrationModel, fn: FunctionModel): CredentialModel[] {
  const apis = model.apis.filter(({ name }) => fn.steps.some((step) => step.api === name));
  const inApis = apis.flatMap(({ baseUrl, auth }) =>
    templateNames(baseUrl).concat(auth.flatMap(({ credentials }) => credentials)),
  );
  const inRequests = fn.steps.flatMap(({ path, query, headers, body = null }) =>
    templateNames([...path, query, headers, body]),
  );
  const inExpressions = expressionsOf(model, fn).flatMap((expression) =>
    [...(expression?.source ?? '').matchAll(reading)].map(([, name]) => name),
  );
  const names = new Set<string | undefined>([...inApis, ...inRequests, ...inExpressions]);
  const readsAll = names.has(undefined);
  return model.credentials.filter(({ name, type }) => names.has(name) || (readsAll && type !== 'secret'));
}

function expressionsOf(model: IntegrationModel, fn: FunctionModel): (CompiledExpression | undefined)[] {
  const inSteps = fn.steps.flatMap((step) => [step.when].concat(Object.values(step.with)));
  const inRules = [fn.errors, model.errors].flatMap((rules) =>
    [rules?.when, rules?.message].concat(rules?.hints.map(({ when }) => when)),
  );
  return [
    fn.select,
    fn.paginate?.next,
    fn.paginate?.items,
    ...connectsExpressions(fn.connects),
    ...inSteps,
    ...inRules,
  ];
}
