import { expect, test } from 'vitest';
import { accountState } from './account-state.js';

const credential = (name: string) => ({
  name,
  type: 'string' as const,
  env: name.toUpperCase(),
  description: name,
});
const manifest = {
  credentials: ['url', 'token', 'email', 'key', 'id', 'secret', 'access', 'region'].map(credential),
  needs: {
    database: { base_url: ['url'], auth: [['token']] },
    platform: { base_url: [], auth: [['email', 'key']] },
    other: { base_url: [], auth: [['id', 'secret'], ['access']] },
    open: { base_url: [], auth: [[]] },
  },
};

test.each<[string, string[], string[], string, string[], string[]]>([
  ['nothing', [], [], 'none', ['open'], []],
  ['one API of several', ['url', 'token'], [], 'complete', ['database', 'open'], []],
  ['half of an API', ['url'], [], 'incomplete', ['open'], ['token']],
  ['a second API by half', ['url', 'token', 'email'], [], 'incomplete', ['database', 'open'], ['key']],
  ['two halves', ['token', 'key'], [], 'incomplete', ['open'], ['url', 'email']],
  ['the second way', ['access'], [], 'complete', ['other', 'open'], []],
  ['both ways', ['access', 'id', 'secret'], [], 'complete', ['other', 'open'], []],
  ['one way and half of another', ['access', 'id'], [], 'incomplete', ['other', 'open'], ['secret']],
  ['a base URL in place of a credential', ['token'], ['database'], 'complete', ['database', 'open'], []],
  ['what only requests use', ['region'], [], 'complete', ['open'], []],
])('%s', (_, credentials, base_urls, state, ready, missing) => {
  expect(accountState(manifest, { credentials, base_urls })).toEqual({ state, ready, missing });
});

test('an integration without credentials needs none, and of an earlier package nothing is known', () => {
  const open = { credentials: [], needs: { open: manifest.needs.open } };
  const empty = { credentials: [], base_urls: [] };
  expect(accountState(open, empty).state).toBe('complete');
  const { credentials } = manifest;
  expect(accountState({ credentials }, { ...empty, credentials: ['url'] }).state).toBe('complete');
  expect(accountState({ credentials }, empty).state).toBe('none');
});
