import type {
  CompiledExpression,
  ConnectsModel,
  CredentialModel,
  FunctionModel,
  IntegrationModel,
} from '../model/model.js';
import { templateNames } from '../spec/template.js';
import { functionExpressions, integrationExpressions } from './expressions.js';
import { perFunction } from './per-function.js';

/** `credentials.email`, or without a name all of them. */
const reading = /\bcredentials\b(?:\s*\.\s*(\w+))?/g;

/** The credentials that a call of a function may use: in its APIs, its requests and, unless they are secret, its expressions. */
export const usedCredentials = perFunction((model, fn): readonly CredentialModel[] => {
  const apis = model.apis.filter(({ name }) => fn.steps.some((step) => step.api === name));
  const inApis = apis.flatMap(({ baseUrl, auth }) =>
    templateNames(baseUrl).concat(auth.flatMap(({ credentials }) => credentials)),
  );
  const inRequests = fn.steps.flatMap(({ path, query, headers, body = null }) =>
    templateNames([...path, query, headers, body]),
  );
  const inExpressions = expressionsOf(model, fn).flatMap(({ source }) =>
    [...source.matchAll(reading)].map(([, name]) => name),
  );
  const names = new Set<string | undefined>([...inApis, ...inRequests, ...inExpressions]);
  const readsAll = names.has(undefined);
  return model.credentials.filter(({ name, type }) => names.has(name) || (readsAll && type !== 'secret'));
});

/** Every expression that a call of a function may evaluate, those of its integration included. */
export function expressionsOf(model: IntegrationModel, fn: FunctionModel): CompiledExpression[] {
  const { connects, paginate, ...rest } = fn;
  const own = functionExpressions({
    ...rest,
    collects: paginate?.collect ?? false,
    ...(paginate && { paginate }),
    ...(connects && { connects: { ...connects, credentials: connectedBy(connects) } }),
  });
  const { errors } = model;
  const shared = integrationExpressions(errors ? { errors } : {});
  return [...own, ...shared].map(({ expression }) => expression);
}

function connectedBy({ accounts }: ConnectsModel): Record<string, Record<string, CompiledExpression>> {
  return Object.fromEntries(
    accounts.map(({ integration, credentials }) => [
      integration,
      Object.fromEntries(credentials.map(({ name, value }) => [name, value])),
    ]),
  );
}
