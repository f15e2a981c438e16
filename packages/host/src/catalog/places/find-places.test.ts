import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { giveAway, manifest, tree } from '../../../testing/packages.js';
import { openTrustStore } from '../../trust/index.js';
import { loadCatalog } from '../catalog.js';

const own = fileURLToPath(new URL('../../../../integrations', import.meta.url));
const posix = process.platform !== 'win32';

/** A catalog as a command has it that is started in a folder, with settings of its own. */
function look(root: string, cwd: string, env: Record<string, string> = {}) {
  return loadCatalog({ env: { KOSMO_HOME: join(root, 'home'), ...env }, cwd: join(root, cwd) });
}

const folderOf = (root: string, cwd: string, name: string, env = {}) =>
  look(root, cwd, env).integration(name)?.folder;

test('looks where it is told, then at its own installation, then at node_modules of the nearest package.json', () => {
  const root = tree({
    'app/package.json': '{}',
    'app/src/deep/file': '',
    'app/node_modules/@kosmokrator/a/manifest.json': manifest('a'),
    'app/node_modules/@kosmokrator/upstash/manifest.json': manifest('upstash'),
    'app/node_modules/@kosmokrator/runtime/package.json': '{}',
    'listed/upstash/manifest.json': manifest('upstash'),
    'single/manifest.json': manifest('a'),
  });
  const cwd = 'app/src/deep';
  expect(folderOf(root, cwd, 'a')).toBe(join(root, 'app/node_modules/@kosmokrator/a'));
  expect(folderOf(root, cwd, 'upstash')).toBe(join(own, 'upstash'));
  const listed = ['../../../listed', join(root, 'single'), 'gone'].join(delimiter);
  const env = { KOSMO_INTEGRATIONS_PATH: listed };
  expect(folderOf(root, cwd, 'upstash', env)).toBe(join(root, 'listed/upstash'));
  expect(folderOf(root, cwd, 'a', env)).toBe(join(root, 'single'));
  const shadowed = look(root, cwd, env).shadowed.filter(({ name }) => name === 'upstash');
  expect(shadowed.map(({ unused }) => unused)).toEqual([
    join(own, 'upstash'),
    join(root, 'app/node_modules/@kosmokrator/upstash'),
  ]);
});

test('finds the integrations of this checkout from anywhere', () => {
  const root = tree({ 'somewhere/file': '' });
  expect(folderOf(root, 'somewhere', 'upstash')).toBe(join(own, 'upstash'));
});

test('uses nothing of the folders above the working folder but says who has the package', () => {
  const root = tree({
    'shadow/packages/integrations/a/manifest.json': manifest('a'),
    'shadow/node_modules/@kosmokrator/b/manifest.json': manifest('b'),
    'shadow/sub/package.json': '{}',
    'shadow/sub/deep/file': '',
  });
  const catalog = look(root, 'shadow/sub/deep');
  expect([catalog.integration('a'), catalog.integration('b'), catalog.find('a_get')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  const packages = join(root, 'shadow/packages/integrations');
  expect(catalog.untrusted('a')).toBe(
    `; ${packages} has a package "a", but it is not used because that folder is not trusted. ` +
      `If you trust its code, run: kosmo trust ${packages}`,
  );
  expect(catalog.untrusted('c', 'b')).toContain(join(root, 'shadow/node_modules/@kosmokrator has'));
  expect([catalog.untrusted('c'), catalog.untrusted('../integrations/a'), catalog.untrusted('A')]).toEqual([
    '',
    '',
    '',
  ]);
  expect(loadCatalog({ folders: [root] }).untrusted('a')).toBe('');
});

test('what an error says to run is one word of a shell, whatever the folder is called', () => {
  const root = tree({ "it's $(touch x)\n;/packages/integrations/a/manifest.json": manifest('a') });
  const hint = look(root, "it's $(touch x)\n;").untrusted('a');
  expect(hint).toMatch(/kosmo trust '[^']*it'\\''s \$\(touch x\)\\u\{a\};\/packages\/integrations'$/);
});

test('trusts a folder from anywhere, last, until it is no longer trusted', async () => {
  const root = tree({
    'packs/a/manifest.json': manifest('a'),
    'packs/upstash/manifest.json': manifest('upstash'),
    'elsewhere/file': '',
  });
  const store = openTrustStore({ KOSMO_HOME: join(root, 'home') });
  expect(folderOf(root, 'elsewhere', 'a')).toBeUndefined();
  await store.add(join(root, 'packs'));
  expect(folderOf(root, 'elsewhere', 'a')).toBe(join(root, 'packs/a'));
  expect(folderOf(root, 'elsewhere', 'upstash')).toBe(join(own, 'upstash'));
  await store.remove(join(root, 'packs'));
  expect(folderOf(root, 'elsewhere', 'a')).toBeUndefined();
});

test.runIf(posix)('a trusted folder that leads elsewhere, or changes hands, is not used', async () => {
  const root = tree({ 'packs/a/manifest.json': manifest('a'), 'elsewhere/file': '' });
  const packs = join(root, 'packs');
  const [trusted] = await openTrustStore({ KOSMO_HOME: join(root, 'home') }).add(packs);
  const file = join(root, 'home/trust/folders.json');
  const text = readFileSync(file, 'utf8');
  const user = process.getuid!();
  expect(trusted).toEqual({ path: packs, owner: user });
  writeFileSync(file, text.replace(`"owner": ${user}`, `"owner": ${user + 1}`));
  expect(folderOf(root, 'elsewhere', 'a')).toBeUndefined();
  expect(look(root, 'elsewhere').untrusted('a')).toContain(`that folder now belongs to user ${user}`);
  writeFileSync(file, text);
  expect(folderOf(root, 'elsewhere', 'a')).toBe(join(packs, 'a'));
  renameSync(packs, join(root, 'moved'));
  expect(folderOf(root, 'elsewhere', 'a')).toBeUndefined();
  symlinkSync(join(root, 'moved'), packs);
  expect(folderOf(root, 'elsewhere', 'a')).toBeUndefined();
  expect(look(root, 'elsewhere').untrusted('a')).toContain('now leads somewhere else, through a link');
});

/** A project with a package; its settings folder has nothing to do with it. */
function project() {
  const root = tree({
    'app/package.json': '{}',
    'app/node_modules/@kosmokrator/a/manifest.json': manifest('a'),
  });
  const trust = async (folder: string) => openTrustStore({ KOSMO_HOME: join(root, 'home') }).add(folder);
  return { root, trust, modules: join(root, 'app/node_modules/@kosmokrator') };
}

test.runIf(posix).each(['app/package.json', 'app/node_modules/@kosmokrator'])(
  'node_modules is not used when %s is of another user, until the user trusts it',
  async (path) => {
    const { root, trust, modules } = project();
    const owner = giveAway(join(root, path));
    expect(folderOf(root, 'app', 'a')).toBeUndefined();
    expect(look(root, 'app').untrusted('a')).toContain(`belongs to user ${owner}`);
    if (process.getuid!() !== 0) return;
    expect(look(root, 'app').untrusted('a')).toContain(`kosmo trust ${modules}`);
    await trust(join(root, 'app'));
    expect(folderOf(root, 'app', 'a')).toBe(join(modules, 'a'));
  },
);

test.runIf(posix && process.getuid!() === 0).each(['app', 'app/node_modules'])(
  'trust is refused, and ends, where a third user could exchange the folder: %s',
  async (path) => {
    const { root, trust, modules } = project();
    await trust(join(root, 'app'));
    const owner = giveAway(join(root, path));
    const why = `${modules} is in ${join(root, path)}, which belongs to user ${owner}`;
    await expect(trust(join(root, 'app'))).rejects.toThrow(`${why}. Move it to a folder that only you`);
    expect(folderOf(root, 'app', 'a')).toBeUndefined();
    const hint = look(root, 'app').untrusted('a');
    expect(hint).toContain(`because that folder is in ${join(root, path)}, which belongs to user ${owner}.`);
    expect(hint).toMatch(/move it to a folder that only you can change$/);
  },
);

test.runIf(posix)('a package is not used that is a link to where others can put another', () => {
  const { root, modules } = project();
  mkdirSync(join(root, 'shared'));
  renameSync(join(modules, 'a'), join(root, 'shared/a'));
  symlinkSync(join(root, 'shared/a'), join(modules, 'a'));
  expect(folderOf(root, 'app', 'a')).toBe(join(root, 'shared/a'));
  chmodSync(join(root, 'shared'), 0o777);
  expect(folderOf(root, 'app', 'a')).toBeUndefined();
  expect(look(root, 'app').untrusted('a')).toContain('which can be changed by every user');
});

test.runIf(posix)('an error about a file that others can change says what to do', async () => {
  const { root, modules } = project();
  const file = join(modules, 'a/schemas.json');
  writeFileSync(file, '{}');
  chmodSync(file, 0o666);
  await expect(look(root, 'app').schemas('a')).rejects.toThrow(
    `${file} can be changed by every user. Its code would run with your credentials. Make sure that only you`,
  );
});

test.runIf(posix)('a manifest that is a named pipe is not waited for', () => {
  const { root, modules } = project();
  const [broken, single] = [join(modules, 'b'), join(root, 'single')];
  for (const folder of [broken, single]) {
    mkdirSync(folder);
    execFileSync('mkfifo', [join(folder, 'manifest.json')]);
  }
  const problem = 'is broken: manifest.json is not a regular file. Reinstall it or remove the folder.';
  const catalog = look(root, 'app', { KOSMO_INTEGRATIONS_PATH: single });
  expect(() => catalog.integration('b')).toThrow(`the integration in ${broken} ${problem}`);
  expect(catalog.broken.map((one) => one.problem)).toContain(`the integration in ${single} ${problem}`);
});

test.runIf(posix)('a single package of another user, or one that everybody can change, is not used', () => {
  const root = tree({
    'app/package.json': '{}',
    'app/node_modules/@kosmokrator/a/manifest.json': manifest('a'),
    'app/node_modules/@kosmokrator/b/manifest.json': manifest('b'),
  });
  const modules = join(root, 'app/node_modules/@kosmokrator');
  chmodSync(join(modules, 'b'), 0o777);
  expect([folderOf(root, 'app', 'a'), folderOf(root, 'app', 'b')]).toEqual([join(modules, 'a'), undefined]);
  expect(look(root, 'app').untrusted('b')).toContain(
    'because that folder can be changed by every user. If you trust its code, move it to a folder that only you',
  );
  const owner = giveAway(join(modules, 'a'));
  expect(folderOf(root, 'app', 'a')).toBeUndefined();
  expect(look(root, 'app').untrusted('a')).toContain(`belongs to user ${owner}`);
});

test('an error about KOSMO_INTEGRATIONS_PATH names it', () => {
  const root = tree({ 'app/file': '' });
  const file = join(root, 'app/file');
  const catalog = look(root, 'app', { KOSMO_INTEGRATIONS_PATH: file });
  expect(() => catalog.integrations).toThrow(`KOSMO_INTEGRATIONS_PATH names ${file}, which is not a folder`);
});

test('takes what is installed along with the program, as it was started and where links lead', () => {
  const root = tree({
    'store/.pnpm/@kosmokrator+cli@1.0.0/node_modules/@kosmokrator/cli/dist/bin.js': '',
    'store/.pnpm/@kosmokrator+cli@1.0.0/node_modules/@kosmokrator/inner/manifest.json': manifest('inner'),
    'store/node_modules/@kosmokrator/top/manifest.json': manifest('top'),
    'project/node_modules/@kosmokrator/outer/manifest.json': manifest('outer'),
    'global/lib/node_modules/@kosmokrator/cli/dist/bin.js': '',
    'global/lib/node_modules/@kosmokrator/beside/manifest.json': manifest('beside'),
    'mine/packages/app/package.json': '{"name":"app"}',
    'mine/packages/app/bin.js': '',
    'mine/packages/integrations/x/manifest.json': manifest('x'),
  });
  mkdirSync(join(root, 'global/bin'));
  const at = (path: string) => join(root, path);
  symlinkSync('../lib/node_modules/@kosmokrator/cli/dist/bin.js', at('global/bin/kosmo'));
  symlinkSync(
    at('store/.pnpm/@kosmokrator+cli@1.0.0/node_modules/@kosmokrator/cli'),
    at('project/node_modules/@kosmokrator/cli'),
  );
  const find = (program: string, name: string) =>
    loadCatalog({ env: { KOSMO_HOME: root }, cwd: root, program: [at(program)] }).integration(name)?.folder;
  const linked = 'project/node_modules/@kosmokrator/cli/dist/bin.js';
  expect(find(linked, 'outer')).toBe(at('project/node_modules/@kosmokrator/outer'));
  expect(find(linked, 'inner')).toMatch(/cli@1\.0\.0\/node_modules\/@kosmokrator\/inner$/);
  expect(find(linked, 'top')).toBe(at('store/node_modules/@kosmokrator/top'));
  expect(find('global/bin/kosmo', 'beside')).toBe(at('global/lib/node_modules/@kosmokrator/beside'));
  expect(find('mine/packages/app/bin.js', 'x')).toBeUndefined();
  expect(find('gone.js', 'beside')).toBeUndefined();
  writeFileSync(at('mine/packages/app/package.json'), '{"name":"@kosmokrator/app"}');
  expect(find('mine/packages/app/bin.js', 'x')).toBe(realpathSync(at('mine/packages/integrations/x')));
});
