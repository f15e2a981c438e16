import { join } from 'node:path';
import { describeIntegration, openAccountStore } from '@kosmokrator/host/accounts';
import { loadCatalog } from '@kosmokrator/host';
import { expect, test } from 'vitest';
import { kosmoWithParcels } from '../../../testing/kosmo-with-parcels.js';

const { kosmo, folder, env, requests } = kosmoWithParcels();
const settings = { KOSMO_ACCOUNTS: join(folder, 'stored') };

interface Row {
  readonly integration: string;
}

async function status(more: Readonly<Record<string, string | undefined>> = {}) {
  const { code, stdout } = await kosmo(['status', '--json'], '', { ...settings, ...more });
  const { data, meta } = JSON.parse(stdout) as { data: Row[]; meta: object };
  return { code, meta, data, own: data.filter(({ integration }) => integration === 'parcel-post') };
}

test('tells where accounts come from and which can be used, and sends nothing', async () => {
  const row = { integration: 'parcel-post', account: 'default', missing: [], apis: [] };
  const { code, own, data, meta } = await status({ PARCEL_TOKEN: undefined });
  expect({ code, own }).toEqual({ code: 0, own: [{ ...row, from: 'none', state: 'none' }] });
  expect(meta).toEqual({ command: 'status', total: data.length, has_more: false, next: null, version: 1 });
  expect((await status()).own).toEqual([{ ...row, from: 'environment', state: 'complete', apis: ['main'] }]);

  const store = openAccountStore({ env: { ...settings, KOSMO_KEYCHAIN: 'off' } });
  const parcel = await describeIntegration(loadCatalog({ env }), 'parcel-post');
  await store.set(parcel, 'work', { token: 'canary-token' });
  const connection = { renew: 'f', expires: '2020-01-02T00:00:00Z' };
  await store.set(parcel, 'old', { token: 'canary-token' }, { connection });
  await store.set({ ...parcel, name: 'acme' }, 'work', { token: 'canary-token' });
  const half = { UPSTASH_REDIS_REST_URL: 'https://a.upstash.io', PARCEL_TOKEN: undefined };
  const { stdout, stderr } = await kosmo(['status'], '', { ...settings, ...half });
  expect(stderr).toBe('');
  const lines = stdout.split('\n').map((line) => line.replaceAll(/ {2,}/g, ' | '));
  expect(lines).toEqual([
    'Integration | Account | From | State',
    'acme | work | encrypted file | the integration is not installed',
    'parcel-post | old | encrypted file | expired at 2020-01-02T00:00:00Z',
    'parcel-post | work | encrypted file | complete',
    'planetscale | default | none | no credentials',
    'upstash | default | environment | incomplete: lacks redis_token',
    'upstash-redis-start | default | none | no credentials',
    '',
    'kosmo configure NAME sets up an account.',
    '',
  ]);
  expect(requests()).toEqual([]);
});
