import { join } from 'node:path';
import { describeIntegration, openAccountStore } from '@kosmokrator/host/accounts';
import { loadCatalog } from '@kosmokrator/host';
import { describe, expect, test } from 'vitest';
import { kosmoWithParcels } from '../../testing/kosmo-with-parcels.js';

const { kosmo, folder, env } = kosmoWithParcels();

describe('kosmo accounts', () => {
  const settings = { KOSMO_ACCOUNTS: join(folder, 'stored') };

  test('lists and removes what is stored, and shows no credential', async () => {
    const store = openAccountStore({ env: { ...settings, KOSMO_KEYCHAIN: 'off' } });
    const parcel = await describeIntegration(loadCatalog({ env }), 'parcel-post');
    await store.set(parcel, 'work', { token: 'canary-token' });
    const listed = await kosmo(['accounts'], '', settings);
    expect(listed.stdout).toBe('Integration  Account  Stored in\nparcel-post  work     encrypted file\n');
    const removed = await kosmo(['accounts', 'remove', 'parcel-post', 'work'], '', settings);
    expect(removed).toEqual({ code: 0, stdout: 'Removed parcel-post work.\n', stderr: '' });
    expect((await kosmo(['accounts', 'list', '--json'], '', settings)).stdout).toBe('{"accounts":[]}\n');
  });

  test.each([
    [['add', 'upstash'], '"kosmo accounts" has no command "add"; the commands are list and remove'],
    [['lst'], '"kosmo accounts" has no command "lst"; did you mean "list"?'],
    [['list', 'upstash'], '"kosmo accounts list" takes no argument "upstash"; leave it out'],
  ])('answers %j with the commands that there are', async (words, message) => {
    const answer = { code: 2, stdout: '', stderr: `usage: ${message}\n` };
    expect(await kosmo(['accounts', ...words], '', settings)).toEqual(answer);
  });

  test('says when there is nothing to remove', async () => {
    expect(await kosmo(['accounts', 'remove', 'parcel-post', 'home'], '', settings)).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error: parcel-post has no stored account "home"; run "kosmo accounts" to list them\n',
    });
    const json = await kosmo(['accounts', 'remove', 'parcel-post', 'home', '--json'], '', settings);
    expect(json).toEqual({ code: 2, stdout: '{"removed":false}\n', stderr: '' });
  });
});
