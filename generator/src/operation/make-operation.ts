import type { Operation } from '@kosmokrator/runtime';
import type { FunctionModel, IntegrationModel } from '../model/model.js';
import { integrationTree, type IntegrationTree } from './integration-tree.js';
import { operationTree } from './operation-tree.js';
import { make } from './make.js';
import type { Reference } from './tree.js';

/** What the generated package would export for a function, live: the runtime executes it. */
export function makeOperation(model: IntegrationModel, fn: FunctionModel): Operation {
  return make(operationTree(model, fn), sharedBy(model)) as Operation;
}

type Shared = (reference: Reference) => unknown;
const known = new WeakMap<IntegrationModel, Shared>();

/** What the functions of a model refer to: for all of them the same objects. */
function sharedBy(model: IntegrationModel): Shared {
  const shared = known.get(model) ?? makeShared(model);
  known.set(model, shared);
  return shared;
}

function makeShared(model: IntegrationModel): Shared {
  const { integration, errors, apis, credentials } = integrationTree(model);
  const shared = make({ integration, errors, apis, credentials }) as Readonly<
    Record<keyof IntegrationTree, unknown>
  >;
  const named = { api: shared.apis, credential: shared.credentials } as Readonly<
    Record<string, Readonly<Record<string, unknown>>>
  >;
  return ({ to, name }) => (to === 'integration' || to === 'errors' ? shared[to] : named[to]![name]);
}
