import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { account, operation, step, writeOperation } from '@kosmokrator/testing/operation';
import { replay, reply } from '@kosmokrator/testing/replay';
import type { Operation } from '@kosmokrator/runtime';
import type { Catalog } from './catalog/catalog.js';
import { createHost } from './host.js';

const paged = { style: 'page', items: ({ body }: { body?: unknown }) => body } as const;
const operations: Record<string, Operation> = {
  get_thing: operation(),
  set_thing: writeOperation({ name: 'set_thing' }),
  list_things: operation({ name: 'list_things', paginate: paged }),
};
const functionNames = Object.keys(operations).map((name) => `test_vendor_${name}`);
const env = {
  KOSMO_HOME: '/nowhere',
  VENDOR_URL: String(account.credentials['url']),
  VENDOR_TOKEN: 'canary-token',
};

const catalog = {
  namedBy: () => [],
  functionNames,
  find: (name: string) =>
    functionNames.includes(name)
      ? {
          integration: { manifest: { name: 'test-vendor' } },
          function: { name: name.replace('test_vendor_', '') },
        }
      : undefined,
  operation: async (_: string, fn: string) => operations[fn]!,
  untrusted: () => '',
} as unknown as Catalog;

test('calls a function by its full name with the default account of the environment', async () => {
  const { transport, requests } = replay(reply({ a: 1 }));
  expect(await createHost({ catalog, env, transport }).call('test_vendor_get_thing', {})).toEqual({ a: 1 });
  expect(requests[0]?.headers['authorization']).toBe('Bearer canary-token');
});

test('an unknown name gets the nearest few', async () => {
  const call = createHost({ catalog, env }).call('test_vendor_get_thin', {});
  await expect(call).rejects.toMatchObject({
    code: 'unknown_function',
    outcome: 'not_sent',
    message:
      'no function "test_vendor_get_thin"; did you mean "test_vendor_get_thing" or "test_vendor_set_thing"?',
  });
});

test('another account is not configured, unless a resolver finds it', async () => {
  const { transport, requests } = replay(reply({}));
  const call = createHost({ catalog, env, transport }).call(
    'test_vendor_get_thing',
    {},
    { account: 'scratch' },
  );
  await expect(call).rejects.toMatchObject({ code: 'missing_credentials', account: 'scratch' });
  const accounts = (_: Operation, name: string) => ({ ...account, name });
  const host = createHost({ catalog, env, transport, accounts });
  await host.call('test_vendor_get_thing', {}, { account: 'scratch' });
  expect(requests).toHaveLength(1);
});

test('by default writes are refused, since nobody can be asked', async () => {
  const { transport, requests } = replay();
  const call = createHost({ catalog, env, transport }).call('test_vendor_set_thing', {});
  await expect(call).rejects.toMatchObject({
    code: 'approval_required',
    function: 'set_thing',
    account: 'default',
  });
  expect(requests).toEqual([]);
});

test('the policy of the user holds, and decides before the account is looked up', async () => {
  const home = mkdtempSync(join(tmpdir(), 'kosmo-host-'));
  onTestFinished(() => rmSync(home, { recursive: true }));
  writeFileSync(join(home, 'policy.json'), '{"rules":[{"effect":"deny","account":"work"}]}');
  const looked: string[] = [];
  const accounts = (_: Operation, name: string) => {
    looked.push(name);
    return { ...account, name: name === 'alias' ? 'work' : name };
  };
  const { transport, requests } = replay(reply({}));
  const host = createHost({ catalog, env: { ...env, KOSMO_HOME: home }, accounts, transport });
  const call = (name: string) => host.call('test_vendor_get_thing', {}, { account: name });
  await expect(call('work')).rejects.toMatchObject({ code: 'policy_denied', account: 'work' });
  expect(looked).toEqual([]);
  await expect(call('alias')).rejects.toMatchObject({ code: 'policy_denied', account: 'work' });
  expect(requests).toEqual([]);
  await call('home');
  expect(requests).toHaveLength(1);
});

test('results and errors hold no credential of any account that was used', async () => {
  const echo = 'your token was canary-token';
  const { transport } = replay(reply({ echo }), reply({ echo }, 400), reply([echo]), reply([]));
  const accounts = (_: Operation, name: string) => ({
    ...account,
    name,
    credentials: { ...account.credentials, token: name === 'default' ? 'canary-token' : 'another-token' },
  });
  const host = createHost({ catalog, env: {}, accounts, transport });
  expect(await host.call('test_vendor_get_thing', {})).toEqual({ echo: 'your token was [redacted]' });
  const failed = host.call('test_vendor_get_thing', {}, { account: 'work' });
  expect(inspect(await failed.catch((error: unknown) => error))).not.toContain('canary');
  for await (const item of host.eachItem('test_vendor_list_things', {}, { account: 'work' }))
    expect(item).toBe('your token was [redacted]');
  expect(host.redactor.text('canary-token, another-token')).toBe('[redacted], [redacted]');
});

test('walks the items of a paged function', async () => {
  const { transport } = replay(reply([1, 2]), reply([3]), reply([]));
  const items: unknown[] = [];
  for await (const item of createHost({ catalog, env, transport }).eachItem('test_vendor_list_things', {}))
    items.push(item);
  expect(items).toEqual([1, 2, 3]);
});

test('walks them as one list for each request, and sends none that is not asked for', async () => {
  const { transport, requests } = replay(reply([1, 2]), reply([3]), reply([]));
  const batches = createHost({ catalog, env, transport }).eachBatch('test_vendor_list_things', {});
  expect(requests).toHaveLength(0);
  expect((await batches.next()).value).toEqual([1, 2]);
  expect((await batches.next()).value).toEqual([3]);
  await batches.return();
  expect(requests).toHaveLength(2);
});

test('passes on the signal and the deadline', async () => {
  const transport = { send: () => new Promise<never>(() => {}) };
  const host = createHost({ catalog, env, transport, timeoutMs: 5 });
  await expect(host.call('test_vendor_get_thing', {})).rejects.toMatchObject({ code: 'timeout' });
  await expect(host.call('test_vendor_get_thing', {}, { timeoutMs: 6 })).rejects.toThrow('within 6 ms');
  const signal = AbortSignal.abort();
  await expect(host.call('test_vendor_get_thing', {}, { signal })).rejects.toMatchObject({
    code: 'cancelled',
  });
});

test('passes on how often to try again, and the key of a keyed function', async () => {
  const { transport, requests } = replay(reply({}, 503), reply({ done: true }));
  const keyed = operation({
    idempotency: 'keyed',
    params: { id: { checks: [], generate: () => 'made' } },
    steps: [{ ...step, headers: (value) => ({ 'idempotency-key': String(value('id')) }) }],
  });
  const only = { ...catalog, operation: async () => keyed } as unknown as Catalog;
  const host = createHost({ catalog: only, env, transport });
  const options = { maxRetries: 0, idempotencyKey: 'k-1' };
  await expect(host.call('test_vendor_get_thing', {}, options)).rejects.toMatchObject({ attempts: 1 });
  expect(requests.map(({ headers }) => headers['idempotency-key'])).toEqual(['k-1']);
  expect(await host.call('test_vendor_get_thing', {}, options)).toEqual({ done: true });
});
