import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { kosmoWithParcels } from '../../../testing/kosmo-with-parcels.js';

const { kosmo, folder, env } = kosmoWithParcels();
const script = ['lua', '--eval', 'return app.integrations.parcel_post.send_parcel ~= nil'];
const unset = { KOSMO_INTEGRATIONS_PATH: undefined };
const project = join(folder, 'project');
const packages = join(project, 'packages/integrations');

/** A folder of packages that nobody has named, since tests cannot be started in another folder. */
beforeAll(() => {
  mkdirSync(packages, { recursive: true });
  cpSync(env['KOSMO_INTEGRATIONS_PATH']!, packages, { recursive: true });
});

test('kosmo trust makes packages of a folder usable, lists it, and takes that back', async () => {
  const before = await kosmo(script, '', unset);
  expect(before).toMatchObject({ code: 1, stdout: '' });
  expect(before.stderr).toContain('no integration "parcel_post" is installed');
  expect(await kosmo(['trust', project])).toEqual({ code: 0, stdout: `Trusted: ${packages}\n`, stderr: '' });
  expect(await kosmo(script, '', unset)).toEqual({ code: 0, stdout: 'true\n', stderr: '' });
  expect((await kosmo(['trust'])).stdout).toBe(
    `Folder${' '.repeat(packages.length - 4)}Used\n${packages}  yes\n`,
  );
  expect(JSON.parse((await kosmo(['trust', '--json'])).stdout)).toEqual({
    ok: true,
    data: [{ path: packages, owner: process.getuid?.() ?? null, problem: null }],
    meta: { command: 'trust', total: 1, has_more: false, next: null, version: 1 },
  });
  const removed = await kosmo(['trust', '--remove', project]);
  expect(removed).toEqual({ code: 0, stdout: `No longer trusted: ${packages}\n`, stderr: '' });
  expect((await kosmo(script, '', unset)).code).toBe(1);
  expect((await kosmo(['trust'])).stdout).toBe('No folder is trusted.\n');
});

test('kosmo trust says what is wrong', async () => {
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  expect((await kosmo(['trust', empty])).stderr).toMatch(
    /^error: no integration packages were found in \S+empty,/,
  );
  expect((await kosmo(['trust', '--remove', empty])).stderr).toContain(
    'empty is not trusted; run "kosmo trust" to list the folders that are',
  );
  expect((await kosmo(['trust', '--remove'])).stderr).toContain('--remove needs a folder');
  const json = await kosmo(['trust', '--remove', empty, '--json']);
  expect(json).toMatchObject({ code: 2, stderr: '' });
  expect(JSON.parse(json.stdout)).toMatchObject({
    ok: false,
    error: { code: 'usage', message: expect.stringContaining('is not trusted') },
    meta: { command: 'trust' },
  });
});

test('a list of trusted folders that is damaged stops the command, and names the file', async () => {
  const home = join(folder, 'damaged');
  mkdirSync(join(home, 'trust'), { recursive: true, mode: 0o700 });
  writeFileSync(join(home, 'trust/folders.json'), '{', { mode: 0o600 });
  const { code, stderr } = await kosmo(script, '', { KOSMO_HOME: home });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^error: \S+folders\.json is not a list of trusted folders/);
});

test.each([
  script,
  ['list'],
  ['list', 'parcel-post'],
  ['search', 'parcel'],
  ['docs'],
  ['schema', 'parcel_post_get_parcel'],
  ['call', 'parcel_post_get_parcel', '{}'],
  ['parcel-post'],
  ['mcp', 'serve'],
  ['policy', 'explain'],
  ['api', 'parcel-post', 'GET', '/'],
])(
  'an entry of KOSMO_INTEGRATIONS_PATH that is no folder is named with the variable: %s',
  async (...args) => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const { code, stderr } = await kosmo(args, '', { KOSMO_INTEGRATIONS_PATH: file });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `error: KOSMO_INTEGRATIONS_PATH names ${file}, which is not a folder. It must be a folder of integration packages.\n`,
    });
  },
);

test('a package that is hidden by another is told of once, on standard error', async () => {
  const both = [env['KOSMO_INTEGRATIONS_PATH']!, packages].join(delimiter);
  const settings = { KOSMO_INTEGRATIONS_PATH: both };
  const line = /^shadowed_integration: two packages are called parcel-post: (\S+) is used, (\S+) is not\n$/;
  const run = await kosmo([...script, '--json'], '', settings);
  expect(JSON.parse(run.stdout)).toMatchObject({ ok: true, result: true });
  expect(line.exec(run.stderr)?.slice(1)).toEqual([
    join(env['KOSMO_INTEGRATIONS_PATH']!, 'parcel-post'),
    join(packages, 'parcel-post'),
  ]);
  const served = await kosmo(['mcp', 'serve'], '', settings);
  expect(served.stderr).toMatch(line);
});
