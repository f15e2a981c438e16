// Generated from specs/example-service/functions/sort.yaml by "pnpm generate". Do not edit.
import { execute, type CallOptions, type Operation, type PendingCall } from '@kosmokrator/runtime';
import { checkDetails, encodeJson, record, runSteps, writeGuard } from '@kosmokrator/runtime/parts';
import { get, sort } from '@kosmokrator/runtime/select';
import {
  errors,
  exampleServiceAccount,
  integration,
  mainApi,
  tokenCredential,
  urlCredential,
  type ExampleServiceAccount,
} from '../integration.js';

export type SortArgs = Record<string, never>;

export interface SortResult {
  order: (string | 'none' | null)[];
}

export const sortOperation: Operation<SortArgs, SortResult> = {
  integration,
  name: 'sort',
  kind: 'write',
  destructive: true,
  idempotency: 'none',
  credentials: { token: tokenCredential, url: urlCredential },
  params: {},
  steps: [
    { name: 'read', api: mainApi, method: 'GET', path: () => '/things', status: [200] },
    {
      name: 'write',
      when: (scope) => get(get(get(scope, 'steps'), 'read'), 'body'),
      with: { ids: (scope) => get(get(get(scope, 'steps'), 'read'), 'body') },
      api: mainApi,
      method: 'PUT',
      path: () => '/order',
      body: (value) => encodeJson(record({ ids: value('ids') })),
      status: [200],
    },
  ],
  run: runSteps,
  guard: writeGuard,
  select: checkDetails(
    (scope) => ({ order: sort(get(scope.body, 'ids')) }),
    ['a string or null', 'result', 'order', '[*]'],
  ),
  errors,
};

/** Put all things in order. */
function sort_(
  account: ExampleServiceAccount,
  args: SortArgs = {},
  options?: CallOptions,
): PendingCall<SortResult> {
  return execute(sortOperation, args, exampleServiceAccount(account), options);
}

export { sort_ as sort };
