import type { IntegrationModel } from '../model/model.js';
import { errorRulesTree } from './error-rules.js';
import { apiCode } from './request/api-code.js';
import { Reference, type Tree, type TreeObject } from './tree.js';

/** What all functions of an integration share. */
export interface IntegrationTree extends TreeObject {
  /** The runtime's `Integration`. */
  readonly integration: Tree;
  readonly credentials: TreeObject;
  readonly apis: TreeObject;
  readonly errors: Tree;
  /** The runtime's `IntegrationDetails`. */
  readonly details: Tree;
}

export function integrationTree(model: IntegrationModel): IntegrationTree {
  const { name, redact, credentials, apis, errors } = model;
  return {
    integration: { name, redact },
    credentials: Object.fromEntries(
      credentials.map(({ name: field, type, env, hosts }) => [field, { type, env, hosts }]),
    ),
    apis: Object.fromEntries(apis.map((api) => [api.name, { name: api.name, ...apiCode(api, credentials) }])),
    details: {
      name,
      redact,
      credentials: references('credential', credentials),
      apis: references('api', apis),
    },
    errors: { when: [], message: [], hints: [], ...errorRulesTree(errors) },
  };
}

function references(to: Reference['to'], named: readonly { readonly name: string }[]): TreeObject {
  return Object.fromEntries(named.map(({ name }) => [name, new Reference(to, name)]));
}
