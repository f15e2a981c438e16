import { chmodSync, lstatSync, mkdirSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { manifest, tree } from '../../testing/packages.js';
import { openTrustStore } from './index.js';

const owner = process.getuid?.() ?? null;

function storeIn(root: string) {
  return openTrustStore({ KOSMO_HOME: join(root, 'home') });
}

test('keeps folders by real path and owner, in a file that is the user’s alone', async () => {
  const root = tree({ 'real/a/manifest.json': manifest('a') });
  symlinkSync(join(root, 'real'), join(root, 'link'));
  const store = storeIn(root);
  expect(store.list()).toEqual([]);
  const trusted = { path: join(root, 'real'), owner };
  expect(await store.add(join(root, 'link'))).toEqual([trusted]);
  expect(await store.add(join(root, 'real'))).toEqual([trusted]);
  expect(storeIn(root).list()).toEqual([{ ...trusted, problem: null }]);
  const { mode } = lstatSync(join(root, 'home/trust/folders.json'));
  expect(owner === null || (mode & 0o777) === 0o600).toBe(true);
  renameSync(join(root, 'real'), join(root, 'moved'));
  expect(store.list()).toEqual([{ ...trusted, problem: 'no longer exists' }]);
  expect(await store.remove(join(root, 'real'))).toEqual([trusted]);
  expect([await store.remove(join(root, 'real')), store.list()]).toEqual([[], []]);
});

test('a project means its folders of packages, and one that has none is refused', async () => {
  const root = tree({
    'project/packages/integrations/a/manifest.json': manifest('a'),
    'project/node_modules/@kosmokrator/b/manifest.json': manifest('b'),
    'project/node_modules/@kosmokrator/cli/package.json': '{}',
    'bare/node_modules/@kosmokrator/cli/package.json': '{}',
    'bare/file': '',
    'single/manifest.json': manifest('a'),
  });
  const store = storeIn(root);
  const paths = async (folder: string) =>
    (await store.add(join(root, folder))).map(({ path }) => path.slice(root.length + 1));
  expect(await paths('project')).toEqual([
    'project/packages/integrations',
    'project/node_modules/@kosmokrator',
  ]);
  expect(await paths('project/node_modules')).toEqual(['project/node_modules/@kosmokrator']);
  expect(await paths('single')).toEqual(['single']);
  await expect(store.add(join(root, 'bare'))).rejects.toThrow(/no integration packages were found in .*bare/);
  await expect(store.add(join(root, 'bare/file'))).rejects.toThrow('file is not a folder');
  await expect(store.add(join(root, 'gone'))).rejects.toThrow('gone is not a folder');
  expect(store.list()).toHaveLength(3);
  expect(await store.remove(join(root, 'project'))).toHaveLength(2);
  expect(store.list().map(({ path }) => path)).toEqual([join(root, 'single')]);
});

test.each([
  ['no JSON', '{'],
  ['another version', '{"kosmokrator_trust":2,"folders":[]}'],
  ['a relative path', '{"kosmokrator_trust":1,"folders":[{"path":"a","owner":1}]}'],
  ['no owner', '{"kosmokrator_trust":1,"folders":[{"path":"/a"}]}'],
])('a list that is damaged is an error, and is not written over: %s', async (_, text) => {
  const root = tree({ 'packs/a/manifest.json': manifest('a'), 'home/trust/folders.json': text });
  chmodSync(join(root, 'home/trust'), 0o700);
  chmodSync(join(root, 'home/trust/folders.json'), 0o600);
  const store = storeIn(root);
  expect(() => store.list()).toThrow('folders.json is not a list of trusted folders. Remove it');
  await expect(store.add(join(root, 'packs'))).rejects.toThrow('is not a list of trusted folders');
});

test.runIf(owner !== null)('a list that others can change, or that is a link, is not used', () => {
  const root = tree({ 'home/trust/folders.json': '{"kosmokrator_trust":1,"folders":[]}' });
  const store = storeIn(root);
  chmodSync(join(root, 'home/trust'), 0o777);
  expect(() => store.list()).toThrow(/is open to other users/);
  chmodSync(join(root, 'home/trust'), 0o700);
  chmodSync(join(root, 'home/trust/folders.json'), 0o666);
  expect(() => store.list()).toThrow(/is open to other users/);
  const other = tree({ 'theirs/folders.json': '{}' });
  mkdirSync(join(other, 'home'));
  symlinkSync(join(other, 'theirs'), join(other, 'home/trust'));
  expect(() => storeIn(other).list()).toThrow(/Symbolic links are not followed/);
});

test('many who trust at the same time lose nothing', async () => {
  const names = Array.from({ length: 12 }, (_, index) => `p${index}`);
  const root = tree(Object.fromEntries(names.map((name) => [`${name}/manifest.json`, manifest(name)])));
  await Promise.all(names.map((name) => storeIn(root).add(join(root, name))));
  expect(storeIn(root).list()).toHaveLength(12);
});
