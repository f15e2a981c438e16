import { expect, test } from 'vitest';
import type { Manifest } from '../../catalog/manifest.js';
import type { Host } from '../../host.js';
import { checkAccount } from './check-account.js';

const credential = (name: string) => ({
  name,
  type: 'string' as const,
  env: name.toUpperCase(),
  description: name,
});
const manifest: Manifest = {
  kosmokrator: 1,
  name: 'acme-notes',
  namespace: 'acme_notes',
  title: 'Acme',
  category: 'test',
  description: 'Keeps notes.',
  vendor_docs: 'https://acme.example.com',
  credentials: ['url', 'token', 'key'].map(credential),
  apis: ['notes', 'platform', 'open'],
  needs: {
    notes: { base_url: ['url'], auth: [['token']] },
    platform: { base_url: [], auth: [['key']] },
    open: { base_url: [], auth: [[]] },
  },
  checks: [{ function: 'get_note', args: { id: 'none' }, apis: ['notes'] }],
  functions: [],
};

async function check(credentials: string[], call: Host['call'] = async () => null) {
  const calls: unknown[] = [];
  const host = { call: async (...all: Parameters<Host['call']>) => (calls.push(all), call(...all)) };
  const result = checkAccount(host, manifest, { credentials, base_urls: [] }, { account: 'work' });
  return { calls, result: await result.catch((error: unknown) => error) };
}

test('makes the calls for whose API there are credentials', async () => {
  const { calls, result } = await check(['url', 'token', 'key']);
  expect(calls).toEqual([['acme_notes_get_note', { id: 'none' }, { account: 'work' }]]);
  const made = [{ function: 'get_note', duration_ms: expect.any(Number) }];
  expect(result).toEqual({ calls: made, unchecked: ['platform'] });
});

test('makes none for others, and says what no call has tried', async () => {
  expect(await check(['key'])).toEqual({ calls: [], result: { calls: [], unchecked: ['platform'] } });
});

test('makes none where some are of no use, and names what is missing', async () => {
  const { calls, result } = await check(['url', 'key']);
  expect(calls).toEqual([]);
  expect(result).toMatchObject({
    code: 'missing_credentials',
    param: 'token',
    message:
      'account "work" of acme-notes is not complete: it lacks token, without which the others are of no use; run "kosmo configure acme-notes work"',
  });
  expect((await check([])).result).toMatchObject({
    message:
      'account "work" of acme-notes is not complete: it needs url and token, or key; run "kosmo configure acme-notes work"',
  });
});

test('the error of a call is the error of the check', async () => {
  const wrong = new Error('wrong');
  expect((await check(['url', 'token'], async () => Promise.reject(wrong))).result).toBe(wrong);
});
