// Generated from specs/sample-tool/functions/sort.yaml by "pnpm generate". Do not edit.
import { accountFromOptions, execute, type CallOptions, type Operation } from '@kosmokrator/runtime';
import { get, sort } from '@kosmokrator/runtime/select';
import { integration, type SampleToolOptions } from '../integration.js';

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
  params: {},
  steps: [
    { name: 'read', api: 'api', method: 'GET', path: ['things'], status: [200] },
    {
      name: 'write',
      when: (s) => get(get(get(s, 'steps'), 'read'), 'body'),
      with: { ids: (s) => get(get(get(s, 'steps'), 'read'), 'body') },
      api: 'api',
      method: 'PUT',
      path: ['order'],
      body: { ids: { $value: 'ids' } },
      status: [200],
    },
  ],
  select: (s) => ({ order: sort(get(s.body, 'ids')) }),
};

/** Put all things in order. */
function sort_(account: SampleToolOptions, args: SortArgs = {}, options?: CallOptions): Promise<SortResult> {
  return execute(sortOperation, args, accountFromOptions(integration, account), options);
}

export { sort_ as sort };
