import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { kosmoWithParcels } from '../../../testing/kosmo-with-parcels.js';
import { commandOnTerminal } from '../../../testing/command-on-terminal.js';
import { hasTerminals } from '../../../testing/on-terminal.js';

const { kosmo, folder, env, requests } = kosmoWithParcels();
const stored = join(folder, 'stored');
const accountsFile = join(stored, 'accounts', 'accounts.json');
const canary = 'canary-7f3a-secret';
const settings = { KOSMO_ACCOUNTS: stored };
const without = { ...settings, PARCEL_TOKEN: undefined };
const input = JSON.stringify({ token: canary });

beforeEach(() => rmSync(stored, { recursive: true, force: true }));

function add(name: string, ...options: readonly string[]) {
  // The service is at another address, which only an account that is told so calls.
  const url = `main=${env['KOSMO_PARCEL_POST_MAIN_BASE_URL']}`;
  return kosmo(['accounts', 'add', 'parcel-post', name, '--base-url', url, ...options], input, without);
}

async function jsonOf(args: readonly string[], more = {}, given = '') {
  const { code, stdout, stderr } = await kosmo([...args, '--json'], given, { ...without, ...more });
  return { code, stderr, envelope: JSON.parse(stdout) as Record<string, unknown> };
}

describe('kosmo accounts add', () => {
  test('takes JSON on standard input, tries it and stores it; a call then uses it', async () => {
    const { code, stdout, stderr } = await add('work', '--stdin-json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^count succeeded, in \d+ ms\.\nStored the account "work" of parcel-post: encrypted in /,
    );
    expect(requests()).toEqual(['GET /count']);
    expect(readFileSync(accountsFile, 'utf8')).not.toContain(canary);
    const call = await kosmo(['parcel-post', 'count', '--account', 'work', '--json'], '', without);
    expect(JSON.parse(call.stdout)).toMatchObject({ ok: true, data: 3, meta: { account: 'work' } });
  });

  test('takes what the environment holds, also as default', async () => {
    const { envelope } = await jsonOf(['accounts', 'add', 'parcel_post', '--from-env'], settings);
    expect(envelope).toMatchObject({
      ok: false,
      error: { code: 'usage', message: '--from-env takes PARCEL_TOKEN, and none of them is set' },
    });
    const { envelope: done } = await jsonOf(['accounts', 'add', 'parcel_post', '--from-env'], {
      PARCEL_TOKEN: canary,
    });
    expect(done).toMatchObject({
      ok: true,
      data: {
        integration: 'parcel-post',
        account: 'default',
        store: 'encrypted_file',
        checked: [{ function: 'count' }],
        unchecked: [],
      },
      meta: { command: 'accounts', version: 1 },
    });
    expect(await kosmo(['parcel-post', 'count'], '', without)).toMatchObject({ code: 0, stdout: '3\n' });
  });

  test('stores nothing that the service refuses, unless it is told not to ask it', async () => {
    const wrong = JSON.stringify({ token: `wrong-${canary}` });
    const args = ['accounts', 'add', 'parcel-post', '--stdin-json'];
    const { code, envelope, stderr } = await jsonOf(args, {}, wrong);
    expect({ code, stderr }).toEqual({ code: 4, stderr: '' });
    expect(envelope).toMatchObject({
      ok: false,
      error: {
        code: 'auth_failed',
        status: 401,
        integration: 'parcel-post',
        function: 'count',
        account: 'default',
      },
    });
    expect(existsSync(accountsFile)).toBe(false);
    expect((await jsonOf([...args, '--no-check'], {}, wrong)).envelope).toMatchObject({
      ok: true,
      data: { checked: [], unchecked: [] },
    });
    expect(requests()).toEqual(['GET /count']);
  });

  test('replaces an account only when it is told to', async () => {
    await add('work', '--stdin-json', '--no-check');
    expect(await add('work', '--stdin-json', '--no-check')).toMatchObject({
      code: 1,
      stderr:
        'conflict: parcel-post already has an account "work"; pass --replace to replace all of it, or choose another name\n',
    });
    expect((await add('work', '--stdin-json', '--no-check', '--replace')).code).toBe(0);
  });

  test.each<[string[], string, string]>([
    [
      ['parcel-post'],
      '',
      'usage: say where the credentials come from: run "kosmo configure parcel-post" on a terminal, or',
    ],
    [
      ['parcel-pst', '--from-env'],
      '',
      'usage: no integration "parcel-pst" is installed; did you mean "parcel-post"?',
    ],
    [
      ['parcel-post', 'count', '--from-env'],
      '',
      'invalid_argument: account name "count" is the name of the function count',
    ],
    [
      ['parcel-post', '--stdin-json'],
      '{"tokn":"canary-1"}',
      'invalid_argument: parcel-post has no credential "tokn"; did you mean "token"?',
    ],
    [
      ['parcel-post', '--stdin-json'],
      '{"token":["canary-1"]}',
      'usage: token on standard input must be text',
    ],
    [
      ['parcel-post', '--stdin-json'],
      'canary-1',
      `usage: standard input is not JSON: give an object, such as '{"token":"…"}'`,
    ],
    [
      ['parcel-post', '--stdin-json'],
      '{"token":"canary 1"}',
      'invalid_argument: token must be printable ASCII without spaces',
    ],
    [
      ['parcel-post', '--stdin-json'],
      '{}',
      'invalid_argument: no credentials of parcel-post were given; give at least one of token',
    ],
    [['parcel-post', '--from-env', '--base-url', 'main'], '', 'usage: --base-url takes API=URL'],
    [
      ['parcel-post', '--stdin-json', '--base-url', 'mian=https://a.example'],
      input,
      'invalid_argument: parcel-post has no API "mian"; did you mean "main"?',
    ],
  ])('%j with %j on standard input', async (args, given, message) => {
    const { code, stdout, stderr } = await kosmo(['accounts', 'add', ...args], given, without);
    expect([stdout, stderr.startsWith(message) ? message : stderr]).toEqual(['', message]);
    expect(code).toBe(message.startsWith('usage') ? 2 : 1);
    expect(stderr).not.toContain('canary');
    expect(existsSync(accountsFile)).toBe(false);
  });
});

describe('a secret on the command line', () => {
  test.each<string[][]>([
    [['configure', 'parcel-post', '--token', canary]],
    [['configure', 'parcel-post', `--token=${canary}`]],
    [['configure', 'parcel-post', 'work', canary]],
    [['configure', 'parcel-post', canary]],
    [['configure', 'parcel-post', `token=${canary}`]],
    [['accounts', 'add', 'parcel-post', '--api-key', canary]],
    [['accounts', 'add', 'parcel-post', `--api-key=${canary}`, '--from-env']],
    [['accounts', 'add', 'parcel-post', 'work', canary, '--from-env']],
    [['accounts', 'test', 'parcel-post', `--token=${canary}`]],
    [['accounts', 'env', 'parcel-post', `--token=${canary}`]],
    [['accounts', 'remove', 'parcel-post', 'work', `--token=${canary}`]],
    [['accounts', 'list', `--token=${canary}`]],
    [['status', `--token=${canary}`]],
    [['list', `--token=${canary}`]],
    [['lua', `--token=${canary}`]],
    [['parcel-post', 'count', `--token=${canary}`]],
    [['parcel-post', 'count', '--token', canary]],
  ])('%j is refused and not repeated', async (args) => {
    for (const more of [[], ['--json']]) {
      const { code, stdout, stderr } = await kosmo([...args, ...more], '', without);
      expect(code).toBe(2);
      expect(stdout + stderr).not.toContain('canary');
    }
    expect(requests()).toEqual([]);
  });
});

test.each<string[][]>([
  [['configure', 'parcel-post', '--token', canary]],
  [['configure', 'parcel-post', 'work', canary]],
  [['configure', 'parcel-post', canary]],
  [['accounts', 'add', 'parcel-post', `--api-key=${canary}`, '--from-env']],
])('%j is answered with the ways to give a credential', async (args) => {
  const { stderr } = await kosmo(args, '', without);
  expect(stderr).toMatch(/redentials are never taken from the command line/);
  for (const way of ['kosmo configure', '--from-env', '--stdin-json']) expect(stderr).toContain(way);
});

describe('kosmo accounts test', () => {
  test('makes the call of the check', async () => {
    await add('work', '--stdin-json', '--no-check');
    expect((await jsonOf(['accounts', 'test', 'parcel-post', 'work'])).envelope).toMatchObject({
      ok: true,
      data: {
        integration: 'parcel-post',
        account: 'work',
        checked: [{ function: 'count', duration_ms: expect.any(Number) }],
        unchecked: [],
      },
    });
    expect(requests()).toEqual(['GET /count']);
  });

  test('tells what is wrong, with the exit code of the error', async () => {
    expect(await kosmo(['accounts', 'test', 'parcel-post'], '', without)).toMatchObject({
      code: 4,
      stderr:
        'missing_credentials: account "default" of parcel-post is not complete: it needs token; run "kosmo configure parcel-post"\n',
    });
    const wrong = await jsonOf(['accounts', 'test', 'parcel-post'], { PARCEL_TOKEN: 'wrong' });
    expect(wrong).toMatchObject({
      code: 4,
      envelope: { error: { code: 'auth_failed', account: 'default' } },
    });
    const none = await jsonOf(['accounts', 'test', 'parcel-post', 'home']);
    expect(none).toMatchObject({
      code: 4,
      envelope: { error: { code: 'missing_credentials', account: 'home' } },
    });
  });
});

describe('kosmo accounts env', () => {
  beforeEach(async () => void (await add('work', '--stdin-json', '--no-check')));

  test('prints variables with --yes', async () => {
    const { code, stdout } = await kosmo(['accounts', 'env', 'parcel-post', 'work', '--yes'], '', without);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `export PARCEL_TOKEN='${canary}'\n` });
    expect((await jsonOf(['accounts', 'env', 'parcel-post', 'work', '--yes'])).envelope).toMatchObject({
      data: { integration: 'parcel-post', account: 'work', variables: { PARCEL_TOKEN: canary } },
    });
  });

  test.each([[[]], [['--json']], [['--non-interactive']]])(
    'prints no secret without it: %j',
    async (more) => {
      const { code, stdout, stderr } = await kosmo(
        ['accounts', 'env', 'parcel-post', 'work', ...more],
        'y\n',
        without,
      );
      expect(code).toBe(3);
      expect(stdout + stderr).toContain('approval_required');
      expect(stdout + stderr).not.toContain(canary);
    },
  );

  test('says when there is nothing to print', async () => {
    expect(await kosmo(['accounts', 'env', 'parcel-post', '--yes'], '', without)).toMatchObject({
      code: 4,
      stderr:
        'missing_credentials: the account "default" of parcel-post has no credentials; run "kosmo configure parcel-post"\n',
    });
  });

  test.skipIf(!hasTerminals).each([
    ['y', 0, true],
    ['n', 3, false],
    ['\r', 3, false],
  ])('asks on a terminal: %j', async (typed, code, printed) => {
    const steps = [['Print the secrets', typed]] as const;
    const ended = await commandOnTerminal(
      ['accounts', 'env', 'parcel-post', 'work'],
      { ...env, ...without },
      steps,
    );
    expect([ended.code, ended.screen.includes(`export PARCEL_TOKEN='${canary}'`)]).toEqual([code, printed]);
  });
});

describe('kosmo accounts list and remove', () => {
  test('list and remove what is stored, and show no credential', async () => {
    await add('work', '--stdin-json', '--no-check');
    const listed = await kosmo(['accounts'], '', settings);
    expect(listed.stdout).toBe('Integration  Account  Stored in\nparcel-post  work     encrypted file\n');
    expect((await jsonOf(['accounts', 'list'])).envelope).toEqual({
      ok: true,
      data: [{ integration: 'parcel-post', name: 'work', store: 'encrypted_file' }],
      meta: { command: 'accounts', total: 1, has_more: false, next: null, version: 1 },
    });
    const removed = await kosmo(['accounts', 'remove', 'parcel-post', 'work'], '', settings);
    expect(removed).toEqual({ code: 0, stdout: 'Removed the account "work" of parcel-post.\n', stderr: '' });
    expect((await jsonOf(['accounts'])).envelope).toMatchObject({ data: [], meta: { total: 0 } });
  });

  test.each([
    [['ad', 'upstash'], '"kosmo accounts" has no command "ad"; did you mean "add"?'],
    [['xyz'], '"kosmo accounts" has no command "xyz"; the commands are list, add, remove, test, env'],
    [['list', 'upstash'], '"kosmo accounts list" takes no argument "upstash"; leave it out'],
  ])('answer %j with the commands that there are', async (words, message) => {
    const answer = { code: 2, stdout: '', stderr: `usage: ${message}\n` };
    expect(await kosmo(['accounts', ...words], '', settings)).toEqual(answer);
  });

  test('say when there is nothing to remove', async () => {
    const message = '"parcel-post" has no stored account "home"; run "kosmo accounts" to list them';
    expect(await kosmo(['accounts', 'remove', 'parcel-post', 'home'], '', settings)).toEqual({
      code: 2,
      stdout: '',
      stderr: `error: ${message}\n`,
    });
    expect(await jsonOf(['accounts', 'remove', 'parcel-post', 'home'])).toMatchObject({
      code: 2,
      envelope: { ok: false, error: { code: 'usage', message } },
    });
  });
});
