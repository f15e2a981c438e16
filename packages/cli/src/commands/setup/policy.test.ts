import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { kosmoWithParcels } from '../../../testing/kosmo-with-parcels.js';

const { kosmo, home, requests } = kosmoWithParcels();
const file = join(home, 'policy.json');
const send = ['parcel-post', 'send_parcel', '--content', 'x'];

beforeEach(() => rmSync(home, { recursive: true, force: true }));

test('a rule allows exactly the calls that it names, and its removal ends that', async () => {
  const rule = ['--integration', 'parcel-post', '--function', 'send_parcel'];
  expect(await kosmo(send)).toMatchObject({ code: 3 });
  expect(await kosmo(['policy', 'set', 'allow', ...rule, '--yes'])).toMatchObject({ code: 0, stderr: '' });
  expect(await kosmo(send)).toMatchObject({ code: 0 });
  expect(await kosmo([...send, '--account', 'other'])).toMatchObject({ code: 4 });
  expect(await kosmo(['policy', 'set', '--remove', ...rule])).toMatchObject({ code: 0 });
  expect(await kosmo(send)).toMatchObject({ code: 3 });
  expect(requests()).toEqual(['POST /parcels']);
});

test('a stricter rule needs no yes, a milder one does, and without it nothing is written', async () => {
  expect(await kosmo(['policy', 'set', 'deny', '--operation', 'write', '--reason', 'audit'])).toMatchObject({
    code: 0,
  });
  const before = readFileSync(file, 'utf8');
  for (const milder of [
    ['ask', '--operation', 'write'],
    ['--remove', '--operation', 'write'],
    ['allow', '--account', 'default'],
    ['allow', '--default', 'write'],
  ])
    expect(await kosmo(['policy', 'set', ...milder], 'y\n')).toEqual({
      code: 3,
      stdout: '',
      stderr:
        'approval_required: this change lets more calls through, and there is nobody to ask: run with --yes\n',
    });
  expect(readFileSync(file, 'utf8')).toBe(before);
  expect(JSON.parse((await kosmo([...send, '--yes', '--json'])).stdout)).toMatchObject({
    error: { code: 'policy_denied', message: expect.stringContaining('audit') },
  });
});

test('get shows the rules and the defaults', async () => {
  expect(await kosmo(['policy', 'get'])).toEqual({
    code: 0,
    stdout: `${file} does not exist yet\nAll other reads: allow. All other writes: ask.\n`,
    stderr: '',
  });
  await kosmo(['policy', 'set', 'ask', '--default', 'read']);
  await kosmo(['policy', 'set', 'deny', '--account', 'work']);
  expect(JSON.parse((await kosmo(['policy', 'get', '--json'])).stdout)).toEqual({
    ok: true,
    data: {
      source: file,
      exists: true,
      rules: [{ effect: 'deny', account: 'work' }],
      defaults: { read: 'ask', write: 'ask' },
    },
    meta: { command: 'policy', version: 1 },
  });
});

describe('explain', () => {
  test('names the rule that decides', async () => {
    await kosmo(['policy', 'set', 'deny', '--account', 'work']);
    expect(await kosmo(['policy', 'explain', 'parcel-post', 'get-parcel', '--account', 'work'])).toEqual({
      code: 0,
      stdout: `parcel_post_get_parcel with account "work" is denied, by rules[0] {"effect":"deny","account":"work"} in ${file}.\n`,
      stderr: '',
    });
    expect((await kosmo(['policy', 'explain', 'parcel_post_send_parcel'])).stdout).toBe(
      `parcel_post_send_parcel with account "default" needs your approval, by defaults.write, since no rule in ${file} fits.\n`,
    );
  });

  test('without a function tells about all, and agrees with what a call is told', async () => {
    const { data, meta } = JSON.parse((await kosmo(['policy', 'explain', '--json'])).stdout);
    expect(meta.total).toBe(data.length);
    const effects = new Map(
      data.map((one: { function: string; effect: string }) => [one.function, one.effect]),
    );
    expect(effects.get('parcel_post_send_parcel')).toBe('ask');
    expect(effects.get('parcel_post_get_parcel')).toBe('allow');
    expect(requests()).toEqual([]);
  });
});

test.each([
  [['set'], 'usage: the effect is allow, ask or deny'],
  [['set', 'alow', '--account', 'a'], 'did you mean "allow"?'],
  [['set', 'deny'], 'say which calls'],
  [['set', 'deny', '--default', 'write', '--account', 'a'], '--default is for calls that no rule fits'],
  [['set', '--remove'], 'name its integration, function, account or operation'],
  [['set', '--remove', '--account', 'a'], 'has no such rule'],
  [['set', 'deny', '--integration', 'parcel-psot'], 'did you mean "parcel-post"?'],
  [['set', 'deny', '--integration', 'parcel-post', '--function', 'x'], 'has no function "x"'],
  [['explain', 'parcel_post_get_parcl'], 'did you mean "parcel_post_get_parcel"'],
  [['gte'], '(Did you mean get?)'],
])('%j is refused, and nothing is written', async (args, message) => {
  const { code, stderr } = await kosmo(['policy', ...args]);
  expect(stderr).toContain(message);
  expect(code).toBe(args[0] === 'explain' ? 1 : 2);
  expect(existsSync(file)).toBe(false);
});

test('a policy that cannot be used is told with its place, and is not written over', async () => {
  await kosmo(['policy', 'set', 'deny', '--account', 'a']);
  writeFileSync(file, '{ "rules": [{}] }');
  for (const args of [['get'], ['explain'], ['set', 'deny', '--account', 'b']])
    expect(await kosmo(['policy', ...args])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`${file}: rules[0] needs an effect`),
    });
  expect(readFileSync(file, 'utf8')).toBe('{ "rules": [{}] }');
});
