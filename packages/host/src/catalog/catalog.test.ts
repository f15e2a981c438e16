import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { manifest, tree } from '../../testing/packages.js';
import { loadCatalog } from './catalog.js';

const names = (catalog: ReturnType<typeof loadCatalog>) =>
  catalog.integrations.map(({ manifest: { name } }) => name);

test('finds functions by full name and integrations by name or namespace', () => {
  const root = tree({ 'b-c/manifest.json': manifest('b-c'), 'a/manifest.json': manifest('a') });
  const catalog = loadCatalog({ folders: [root] });
  expect(catalog.functionNames).toEqual(['a_get', 'b_c_get']);
  expect(catalog.find('b_c_get')).toMatchObject({
    integration: { manifest: { name: 'b-c' } },
    function: { name: 'get' },
  });
  expect(catalog.integration('b_c')).toBe(catalog.integration('b-c'));
  expect([catalog.find('x'), catalog.integration('x'), catalog.find('constructor')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test.each([
  ['no JSON', '{', 'JSON'],
  ['another version', '{"kosmokrator":2}', 'a version that this host cannot read'],
  ['null', 'null', 'a version that this host cannot read'],
  ['missing parts', '{"kosmokrator":1,"name":"a","namespace":"a"}', 'must have'],
  ['a function that is none', manifest('bad', { functions: [null] }), 'functions[0] of manifest.json'],
  ['a function of no name', manifest('bad', { functions: [{ name: 7 }] }), 'functions[0] of manifest.json'],
  [
    'a variable that is a command',
    manifest('bad', { credentials: [{ name: 'a', env: 'A=$(id)' }] }),
    'credentials[0] of manifest.json',
  ],
])(
  'a broken package is an error that names its folder, and no hindrance to others: %s',
  (_, text, reason) => {
    const root = tree({ 'good/manifest.json': manifest('good'), 'bad/manifest.json': text });
    const catalog = loadCatalog({ folders: [root] });
    expect(catalog.integration('good')?.manifest.name).toBe('good');
    expect(catalog.find('good_get')?.function.name).toBe('get');
    expect(names(catalog)).toEqual(['good']);
    expect(catalog.functionNames).toEqual(['good_get']);
    const problem = expect.stringContaining(reason) as string;
    expect(catalog.broken).toEqual([{ name: 'bad', folder: join(root, 'bad'), problem }]);
    for (const read of [() => catalog.integration('bad'), () => catalog.find('bad_get')]) {
      expect(read).toThrow(join(root, 'bad'));
      expect(read).toThrow(reason);
      expect(read).toThrow(expect.objectContaining({ code: 'broken_integration', integration: 'bad' }));
    }
  },
);

test('a function is found beside a broken package whose name its own begins with', () => {
  const root = tree({
    'a/manifest.json': manifest('a', { functions: [{ name: 'b_get', full_name: 'a_b_get' }] }),
    'a-b/manifest.json': '{',
  });
  const catalog = loadCatalog({ folders: [root] });
  expect(catalog.find('a_b_get')?.function.name).toBe('b_get');
  expect(() => catalog.find('a_b_put')).toThrow('is broken');
  expect(catalog.find('a_c')).toBeUndefined();
});

test('a broken package hides another of its name only when it comes first', () => {
  const root = tree({ 'one/a/manifest.json': '{', 'two/a/manifest.json': manifest('a') });
  const catalog = (...order: string[]) => loadCatalog({ folders: order.map((name) => join(root, name)) });
  expect(catalog('two', 'one')).toMatchObject({ broken: [], integrations: [{ manifest: { name: 'a' } }] });
  expect(catalog('two', 'one').integration('a')?.manifest.name).toBe('a');
  const hidden = catalog('one', 'two');
  expect(hidden).toMatchObject({ broken: [{ folder: join(root, 'one/a') }], integrations: [] });
  expect(() => hidden.integration('a')).toThrow(join(root, 'one/a'));
});

test('an integration is found in a folder of another name, after one in a folder of its own', () => {
  const root = tree({
    'first/manifest.json': manifest('a', { title: 'first' }),
    'z-own/manifest.json': manifest('z-own', { title: 'own' }),
    'other/manifest.json': manifest('z-own', { title: 'other' }),
    'b/manifest.json': manifest('c'),
  });
  const catalog = loadCatalog({ folders: [root] });
  expect(catalog.integration('a')?.manifest.title).toBe('first');
  expect(catalog.find('a_get')?.integration.manifest.title).toBe('first');
  expect(catalog.integration('z_own')?.manifest.title).toBe('own');
  expect(catalog.integrations.map(({ manifest: { title } }) => title)).toEqual(['first', undefined, 'own']);
  expect(catalog.integration('b')).toBeUndefined();
});

test('finds the integrations after which variables are named', () => {
  const root = tree({
    'a/manifest.json': manifest('a'),
    'a-b/manifest.json': manifest('a-b'),
    'bad/manifest.json': '{',
  });
  const named = (...variables: string[]) =>
    loadCatalog({ folders: [root] })
      .namedBy(variables)
      .map(({ manifest: { name } }) => name);
  expect(named('A_B_TOKEN', 'A_B_URL', 'A_KEY', 'PATH', 'A', 'B_TOKEN')).toEqual(['a-b', 'a']);
  expect(named('BAD_TOKEN', 'A_KEY')).toEqual(['a']);
});

const built = (functions: string) =>
  `export const details = { name: 'a', apis: {}, credentials: {} }; export const operations = { ${functions} };`;

test('loads an operation, its details and the schemas when they are asked for', async () => {
  const root = tree({
    'a/manifest.json': manifest('a'),
    'a/package.json': '{"type":"module"}',
    'a/schemas.json': '{"types":{},"functions":{"get":{"input":{},"output":{}}}}',
    'a/dist/operations.js': built(`get: async () => ({ name: 'get' })`),
  });
  const catalog = loadCatalog({ folders: [root] });
  const details = { name: 'a', apis: {}, credentials: {} };
  expect(await catalog.operation('a', 'get')).toEqual({ name: 'get', integration: details });
  expect(await catalog.operation('a', 'get')).toBe(await catalog.operation('a', 'get'));
  expect(await catalog.details('a')).toEqual(details);
  expect((await catalog.schemas('a')).functions['get']).toEqual({ input: {}, output: {} });
  await expect(catalog.operation('x', 'get')).rejects.toThrow(
    'no integration "x" is installed; installed: a',
  );
});

test.each([
  ['is not there', undefined, /the package of b in \S+b cannot load \S+dist.operations\.js: Cannot find/],
  ['throws', 'throw new Error("half a file")', /cannot load \S+dist.operations\.js: half a file\. Build or/],
  ['exports nothing', 'export {}', 'does not export operations and details'],
  ['exports no details', 'export const operations = {}', 'does not export operations and details'],
])('a package whose code %s is broken', async (_, code, message) => {
  const files = { 'b/manifest.json': manifest('b'), 'b/package.json': '{"type":"module"}' };
  const catalog = loadCatalog({
    folders: [tree({ ...files, ...(code && { 'b/dist/operations.js': code }) })],
  });
  for (const load of [catalog.operation('b', 'get'), catalog.details('b')]) {
    await expect(load).rejects.toThrow(message);
    await expect(load).rejects.toMatchObject({ code: 'broken_integration', integration: 'b' });
  }
});

test.each([
  ['is not there', '', 'without the function get'],
  ['is one of all objects', '', 'without the function toString'],
  ['lacks its module', `get: () => import('./gone.js')`, 'cannot load the function get: Cannot find module'],
  [
    'throws',
    `get: async () => { throw new Error('half a file') }`,
    'the function get: half a file. Build or',
  ],
  ['exports nothing', `get: async () => undefined`, 'module for the function get that does not export it'],
])('a function that %s is broken, and no hindrance to others', async (_, get, message) => {
  const root = tree({
    'a/manifest.json': manifest('a'),
    'a/package.json': '{"type":"module"}',
    'a/dist/operations.js': built(`put: async () => ({ name: 'put' }), ${get}`),
  });
  const catalog = loadCatalog({ folders: [root] });
  const load = catalog.operation('a', message.includes('toString') ? 'toString' : 'get');
  await expect(load).rejects.toThrow(message);
  await expect(load).rejects.toMatchObject({ code: 'broken_integration', integration: 'a' });
  expect(await catalog.operation('a', 'put')).toMatchObject({ name: 'put' });
});

test
  .runIf(process.platform !== 'win32')
  .each(['package.json', 'dist/operations.js', 'dist/functions/get.js'])(
  'code that is a named pipe or a device is not waited for: %s',
  async (path) => {
    const root = tree({
      'a/manifest.json': manifest('a'),
      'a/package.json': '{"type":"module"}',
      'a/dist/operations.js': built(`get: async () => ({ name: 'get' })`),
      'a/dist/functions/get.js': '',
    });
    const special = join(root, 'a', path);
    for (const replace of [
      () => execFileSync('mkfifo', [special]),
      () => symlinkSync('/dev/null', special),
    ]) {
      rmSync(special);
      replace();
      const load = loadCatalog({ folders: [root] }).operation('a', 'get');
      await expect(load).rejects.toThrow(`${special} is not a regular file. Build or reinstall it.`);
    }
  },
);

test('a package that has been built since is loaded', async () => {
  const root = tree({ 'a/manifest.json': manifest('a'), 'a/package.json': '{"type":"module"}' });
  const catalog = loadCatalog({ folders: [root] });
  await expect(catalog.operation('a', 'get')).rejects.toThrow('cannot load');
  mkdirSync(join(root, 'a/dist'));
  writeFileSync(join(root, 'a/dist/operations.js'), built(`get: async () => ({ name: 'get' })`));
  expect(await catalog.operation('a', 'get')).toMatchObject({ name: 'get' });
});

test('reads files of the package and no others', async () => {
  const root = tree({
    'a/manifest.json': manifest('a'),
    'a/docs/lua.md': '# Lua',
    'secret.txt': 'x',
    'ab/x': 'x',
  });
  symlinkSync(join(root, 'secret.txt'), join(root, 'a', 'link.md'));
  const catalog = loadCatalog({ folders: [root] });
  expect(await catalog.readFile('a', 'docs/lua.md')).toBe('# Lua');
  expect(await catalog.readFile('a', 'docs/../docs/lua.md')).toBe('# Lua');
  for (const path of ['../secret.txt', '../ab/x', '..', '.', '', join(root, 'secret.txt'), 'link.md']) {
    await expect(catalog.readFile('a', path)).rejects.toThrow('is not a file of');
  }
});

test('of one name the first wins, and each that is hidden is told of once, when the name is used', () => {
  const root = tree({
    'one/a/manifest.json': manifest('a'),
    'one/b/manifest.json': manifest('b'),
    'two/a/manifest.json': manifest('a'),
    'two/a-copy/manifest.json': manifest('a'),
    'two/c/manifest.json': manifest('c'),
    'two/b/readme.md': 'no package',
    'three/fork/manifest.json': manifest('c', { title: 'fork' }),
  });
  mkdirSync(join(root, 'links'));
  symlinkSync(join(root, 'one/a'), join(root, 'links/a'));
  const told: object[] = [];
  const folders = ['links', 'three/fork', 'one', 'two'].map((name) => join(root, name));
  const catalog = loadCatalog({ folders, onShadowed: (shadowed) => void told.push(shadowed) });
  expect(names(catalog)).toEqual(['a', 'b', 'c']);
  expect(told).toEqual([]);
  const hidden = { name: 'a', used: join(root, 'one/a'), unused: join(root, 'two/a') };
  for (const use of [
    () => catalog.find('a_get'),
    () => catalog.integration('a'),
    () => catalog.find('b_get'),
  ])
    use();
  expect(told).toEqual([hidden]);
  expect(catalog.integration('c')?.manifest.title).toBe('fork');
  expect(told[1]).toEqual({ name: 'c', used: join(root, 'three/fork'), unused: join(root, 'two/c') });
  expect(catalog.shadowed).toEqual([hidden, { ...hidden, unused: join(root, 'two/a-copy') }, told[1]]);
});

test('a package that is linked in is read from where it is, once', () => {
  const root = tree({ 'real/manifest.json': manifest('a') });
  mkdirSync(join(root, 'links'));
  symlinkSync(join(root, 'real'), join(root, 'links', 'a'));
  symlinkSync(join(root, 'real'), join(root, 'links', 'b'));
  const catalog = loadCatalog({ folders: [join(root, 'links')] });
  expect(catalog.integrations).toMatchObject([{ folder: expect.stringMatching(/real$/) as string }]);
});
