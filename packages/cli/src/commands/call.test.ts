import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { startEmulator, type Emulator } from '@kosmokrator/emulator';
import { root } from '@kosmokrator/testing/repository';
import { serve } from '@kosmokrator/testing/servers/serve';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { kosmoWithParcels } from '../../testing/kosmo-with-parcels.js';
import { bin } from '../../testing/run-to-end.js';

const { kosmo, folder } = kosmoWithParcels();
const schema = JSON.parse(readFileSync(new URL('../../schemas/envelope-1.json', import.meta.url), 'utf8'));
const isEnvelope = new Ajv2020({ allErrors: true }).compile(schema);
let emulator: Emulator;
let settings: Record<string, string> = {};

beforeAll(async () => {
  emulator = await startEmulator({ redis: 'memory' });
  settings = { ...emulator.env, KOSMO_INTEGRATIONS_PATH: join(root, 'packages/integrations') };
});
beforeEach(() => emulator.reset());
afterAll(() => emulator.close());

const run = (args: readonly string[], input?: string, more: Record<string, string> = {}) =>
  kosmo(args, input, { ...settings, ...more });

/** Runs a command and gives the envelope that it prints, alone on standard output. */
async function envelope(args: readonly string[], input?: string, more?: Record<string, string>) {
  const { code, stdout, stderr } = await run(args, input, more);
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  const printed = JSON.parse(stdout);
  isEnvelope(printed);
  expect(isEnvelope.errors).toBe(null);
  return { code, stderr, ...printed };
}

const sent = () => emulator.requests.map(({ method, path }) => `${method} ${path}`);

describe('a call', () => {
  test.each([
    [['upstash', 'set_key', '--key', 'a', '--value', '007', '--yes']],
    [['upstash', 'set-key', '{"key":"a","value":"007"}', '-y']],
    [['upstash', 'upstash_set_key', '--arg', 'key=a', '--arg', 'value=007', '-y']],
    [['call', 'upstash_set_key', '{"key":"b","value":"007"}', '--key', 'a', '-y']],
    [['call', 'upstash-set-key', '--key=a', '--value=007', '--ex=60', '--yes']],
  ])('%j writes what it says', async (args) => {
    expect(await run(args)).toMatchObject({ code: 0, stderr: '' });
    const read = await envelope(['upstash', 'get_key', '--key', 'a', '--json']);
    expect(read).toMatchObject({
      code: 0,
      ok: true,
      data: { key: 'a', value: '007' },
      meta: {
        version: 1,
        command: 'call',
        function: 'upstash_get_key',
        account: 'default',
        operation: 'read',
        dry_run: false,
        duration_ms: expect.any(Number),
      },
    });
  });

  test('reads its arguments from files and standard input', async () => {
    const file = join(folder, 'args.json');
    writeFileSync(file, '{"key":"a","value":"from a file"}');
    for (const [args, input] of [
      [[`@${file}`], ''],
      [['-'], '{"key":"a","value":"from stdin"}'],
      [['@-', '--value', 'flag'], '{"key":"a","value":"x"}'],
      [['--key', 'a', '--arg', `value=@${file}`], ''],
      [['--key', 'a', '--arg', 'value=@@x'], ''],
    ] as const)
      expect(
        await run(
          ['call', 'upstash_set_key', ...args, '--yes', '--query', 'value', '--format', 'json'],
          input,
        ),
      ).toMatchObject({ code: 0, stdout: expect.stringMatching(/from a file|from stdin|flag|"@x"/) });
  });

  test('is told to people in lines, and in the format that was asked for', async () => {
    await run(['upstash', 'set_key', '--key', 'a', '--value', 'x', '-y']);
    const print = async (...args: string[]) => (await run(['upstash', ...args])).stdout;
    expect(await print('get_key', '--key', 'a')).toBe('key    a\nvalue  x\n');
    expect(await print('get_key', '--key', 'a', '--format', 'yaml')).toBe('key: a\nvalue: x\n');
    expect(await print('get_key', '--key', 'a', '--format', 'ndjson')).toBe('{"key":"a","value":"x"}\n');
    expect(await print('get_key', '--key', 'a', '--query', 'value')).toBe('x\n');
    expect(await print('list_databases', '--quiet')).toBe(
      emulator.databases.map(({ id }) => `${id}\n`).join(''),
    );
    const [head, ...rows] = (await print('list_databases')).trimEnd().split('\n');
    expect(head).toMatch(/^database_id +database_name/);
    expect(rows).toHaveLength(emulator.databases.length);
  });

  test('a list tells how many items it has', async () => {
    expect((await envelope(['upstash', 'list_databases', '--json'])).meta).toMatchObject({
      total: emulator.databases.length,
      has_more: false,
      next: null,
    });
  });

  test('--output writes a file, and leaves it alone when the call fails', async () => {
    const file = join(folder, 'out.json');
    const args = ['upstash', 'list_keys', '--format', 'json', '--output', file];
    expect(await run(args)).toEqual({ code: 0, stdout: '', stderr: '' });
    const before = readFileSync(file, 'utf8');
    expect(JSON.parse(before)).toMatchObject({ keys: [] });
    expect(await run([...args, '--account', 'nobody'])).toMatchObject({ code: 4, stdout: '' });
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

test('standard input is read once', async () => {
  const args = ['upstash', 'set_key', '--arg', 'key=@-', '--arg', 'value=@-', '--yes'];
  expect(await run(args, 'a')).toMatchObject({ code: 2, stderr: expect.stringContaining('given twice') });
  expect(sent()).toEqual([]);
});

describe('a write whose result cannot be given as asked', () => {
  const write = ['upstash', 'set_key', '--key', 'a', '--value', 'b', '--yes'];
  const whole = { key: 'a', value: 'b', result: 'OK' };

  test('tells its result on standard output', async () => {
    const { code, stdout, stderr } = await run([...write, '--query', 'abs(@)']);
    expect([code, JSON.parse(stdout)]).toMatchObject([2, whole]);
    expect(stderr).toMatch(/--query does not fit the data: .*; the write was made/);
  });

  test('tells its result in the envelope', async () => {
    const { code, error } = await envelope([...write, '--query', 'abs(@)', '--json']);
    expect(code).toBe(2);
    expect(error).toMatchObject({ code: 'usage', outcome: 'done', result: whole });
  });

  test.runIf(existsSync('/dev/full'))('tells it where the disk of its file is full', async () => {
    // A link, so that a fault could not replace the device itself.
    const full = join(folder, 'full');
    symlinkSync('/dev/full', full);
    const { code, stdout, stderr } = await run([...write, '--output', full]);
    expect([code, JSON.parse(stdout)]).toMatchObject([2, whole]);
    expect(stderr).toContain(`cannot write ${full}: the disk is full; the write was made`);
  });

  test.runIf(existsSync('/dev/full'))('tells it where standard output is on a full disk', async () => {
    const full = openSync('/dev/full', 'w');
    onTestFinished(() => closeSync(full));
    const env = { ...settings, KOSMO_HOME: folder };
    const child = spawn(process.execPath, [bin, ...write], { env, stdio: ['ignore', full, 'pipe'] });
    let stderr = '';
    child.stderr!.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
    expect(stderr).toContain('cannot write to standard output: the disk is full');
    const result = /^the write was made; its result is: (.*)$/m.exec(stderr)?.[1] ?? 'null';
    expect(JSON.parse(result)).toMatchObject(whole);
  });

  test('is none of a dry run', async () => {
    const { code, stdout } = await run([...write, '--query', 'abs(@)', '--dry-run']);
    expect([code, stdout]).toEqual([2, '']);
    expect(sent()).toEqual([]);
  });
});

describe('--all', () => {
  const list = ['planetscale', 'list_databases', '--organization', 'acme'];

  test('prints the items of all pages, one line each', async () => {
    const { data } = await envelope(['planetscale', 'list_organizations', '--json']);
    const organization: string = data.data[0].name;
    const own = ['planetscale', 'create_database', '--organization', organization, '--yes'];
    for (const name of ['orders', 'people'])
      expect(await run([...own, '--name', name])).toMatchObject({ code: 0 });
    const every = [
      'planetscale',
      'list_databases',
      '--organization',
      organization,
      '--all',
      '--arg',
      'limit=1',
    ];
    const { stdout } = await run(every);
    const names = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).name);
    expect(names.length).toBeGreaterThan(1);
    expect(await run([...every, '--limit', '1', '--query', 'name'])).toMatchObject({
      stdout: `"${names[0]}"\n`,
    });
    const page = ['planetscale', 'list_databases', '--organization', organization, '--limit', '1', '--json'];
    expect((await envelope(page)).meta).toMatchObject({ total: 1, has_more: true, next: 2 });
    const last = ['--page', String(names.length)];
    expect((await envelope([...page, ...last])).meta).toMatchObject({
      total: 1,
      has_more: false,
      next: null,
    });
    const told = await envelope([...every, '--json']);
    expect(told.data).toHaveLength(names.length);
    expect(told.meta).toMatchObject({ total: names.length, has_more: false });
  });

  test('ends when nobody reads on, though the pages go on', async () => {
    let pages = 0;
    const service = await serve((_, answer) => {
      pages += 1;
      const page = { current_page: pages, next_page: pages + 1, data: [{ id: `d${pages}`, name: 'a' }] };
      answer.setHeader('content-type', 'application/json').end(JSON.stringify(page));
    });
    const env = {
      ...settings,
      KOSMO_HOME: folder,
      KOSMO_ALLOW_LOOPBACK_HTTP: '1',
      KOSMO_PLANETSCALE_API_BASE_URL: service.origin,
    };
    const child = spawn(process.execPath, [bin, ...list, '--all'], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
  });

  test.each([
    [[...list, '--all', '--dry-run'], 'leave out --all'],
    [['upstash', 'list_keys', '--all'], 'leave out --all'],
    [['upstash', 'list_keys', '--limit', '3'], '--limit'],
    [[...list, '--all', '--limit', '0'], '--limit takes'],
  ])('%j is refused', async (args, message) => {
    expect(await run(args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(message) });
  });
});

describe('--dry-run', () => {
  const args = ['upstash', 'set_key', '--key', "it's", '--value', 'x', '--yes'];

  test('prints the request, sends nothing and shows no secret', async () => {
    for (const more of [['--dry-run'], ['--dry-run', '--json'], ['--curl'], ['--curl', '--format', 'yaml']]) {
      const { code, stdout, stderr } = await run([...args, ...more]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain('Bearer [redacted]');
      for (const name of ['UPSTASH_REDIS_REST_TOKEN', 'UPSTASH_API_KEY'])
        expect(stdout).not.toContain(settings[name]);
    }
    expect(sent()).toEqual([]);
    const { data, meta } = await envelope([...args, '--curl', '--json']);
    expect(meta).toMatchObject({
      function: 'upstash_set_key',
      dry_run: true,
      duration_ms: expect.any(Number),
    });
    expect(data.request).toEqual({
      method: 'POST',
      url: expect.stringContaining(emulator.databases[0]!.url),
      headers: expect.objectContaining({ authorization: 'Bearer [redacted]' }),
      body: '["SET","it\'s","x"]',
    });
    expect(data.curl).toMatch(/^curl -X POST --globoff 'http:/);
    expect(data.curl).toContain(`--data-raw '["SET","it'\\''s","x"]'`);
  });

  test('passes every gate', async () => {
    const dry = (...more: string[]) => envelope(['upstash', 'set_key', '--dry-run', '--json', ...more]);
    expect(await dry('--key', 'a')).toMatchObject({
      code: 1,
      error: { code: 'invalid_argument', param: 'value' },
    });
    expect(await dry('--key', 'a', '--value', 'x')).toMatchObject({
      code: 3,
      error: { code: 'approval_required' },
    });
    const nobody = await dry('--key', 'a', '--value', 'x', '-y', '--account', 'nobody');
    expect(nobody).toMatchObject({
      code: 4,
      error: { code: 'missing_credentials' },
      meta: { account: 'nobody' },
    });
    expect(sent()).toEqual([]);
  });
});

describe('what is wrong is told with its exit code', () => {
  test.each([
    [['upstash', 'get_kye', '--key', 'a'], 1, 'unknown_function', 'did you mean "get_key" or'],
    [['call', 'upstash_get_kye'], 1, 'unknown_function', 'did you mean "upstash_get_key" or'],
    [['upstash', 'get_key', '--kee', 'a'], 2, 'usage', 'did you mean "--key"?'],
    [['upstash', 'get_key', '--key', 'a', '--accuont', 'b'], 2, 'usage', 'did you mean "--account"?'],
    [['upstsh', 'get_key'], 2, 'usage', 'did you mean "upstash"'],
    [['serch', 'x'], 2, 'usage', 'did you mean "search"?'],
    [['upstash', 'get_key'], 1, 'invalid_argument', 'key is required'],
    [
      ['upstash', 'set_key', '--key', 'a', '--value', 'x', '--ex', 'soon', '-y'],
      1,
      'invalid_argument',
      'ex must be',
    ],
    [['upstash', 'set_key', '--key', 'a', '--value', 'x'], 3, 'approval_required', 'run with --yes'],
    [['upstash', 'get_key', '--key', 'a', '--account', 'b'], 4, 'missing_credentials', '"b"'],
    [['upstash', 'get_database', '--id', 'none'], 1, 'not_found', ''],
    [['upstash', 'get_key', '{'], 2, 'usage', 'is not JSON'],
    [['upstash', 'get_key', '[]'], 2, 'usage', 'must be a JSON object'],
    [['upstash', 'get_key', '@missing.json'], 2, 'usage', 'cannot read missing.json: no such file'],
    [['upstash', 'get_key', '--key'], 2, 'usage', '--key needs a value'],
    [['upstash', 'get_key', '--key', 'a', '--timeout', '3'], 2, 'usage', 'not a positive quantity'],
    [['upstash', 'get_key', '--key', 'a', '--query', '['], 2, 'usage', '--query'],
    [['call'], 2, 'usage', 'name a function'],
    [['list', '--jsn'], 2, 'usage', '--json'],
    [['list', 'upstsh'], 2, 'usage', 'did you mean "upstash"'],
    [['schema', 'upstash', 'get_kye'], 1, 'unknown_function', 'did you mean "get_key" or'],
    [['schema', 'upstash'], 1, 'unknown_function', 'is an integration'],
    [['docs', 'upstsh'], 1, 'unknown_function', 'did you mean "upstash"'],
    [['search'], 2, 'usage', 'question'],
  ])('%j', async (args, code, error, message) => {
    const plain = await run(args);
    expect(plain).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(message) });
    const told = await envelope([...args, '--json']);
    expect(told).toMatchObject({ code, stderr: '', ok: false, error: { code: error } });
    expect(told.error.message).toContain(message);
  });

  test('--format has one of five values', async () => {
    const { code, stderr } = await run(['list', '--format', 'xml']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'usage: --format is one of table, json, yaml, csv, ndjson\n',
    });
  });
});

describe('machine mode', () => {
  test.each(['CLAUDECODE', 'CURSOR_AGENT', 'CODEX_SANDBOX', 'GEMINI_CLI'])(
    '%s asks for envelopes',
    async (name) => {
      const agent = { [name]: '1' };
      expect(await envelope(['list'], '', agent)).toMatchObject({ ok: true, meta: { command: 'list' } });
      expect(await envelope(['lits'], '', agent)).toMatchObject({ ok: false, code: 2 });
      expect((await run(['docs', 'upstash'], '', agent)).stdout).toMatch(/^# /);
      expect((await run(['list', '--format', 'json'], '', agent)).stdout).toMatch(/^\[\n/);
    },
  );
});

describe('finding a function', () => {
  test('list has the integrations, and the functions of one', async () => {
    const { data, meta } = await envelope(['list', '--json']);
    expect(data).toContainEqual({
      name: 'upstash',
      namespace: 'upstash',
      title: 'Upstash Redis',
      functions: 7,
    });
    expect(meta).toMatchObject({ total: data.length, has_more: false, next: null });
    const { stdout } = await run(['list', 'upstash-redis-start']);
    expect(stdout).toMatch(/^append_log +write/m);
    expect(await run(['upstash_redis_start'])).toMatchObject({ code: 0, stdout });
    expect((await run(['list', '--quiet'])).stdout.split('\n')).toContain('upstash');
  });

  test('search finds it by a question, docs and schema describe it', async () => {
    const { data } = await envelope(['search', 'store', 'a', 'value', '--json']);
    expect(data.map(({ name }: { name: string }) => name)).toContain('upstash.set_key');
    for (const page of [
      ['upstash.set_key'],
      ['upstash', 'set-key'],
      ['upstash_set_key'],
      ['integrations.upstash.set_key'],
    ])
      expect((await run(['docs', ...page])).stdout).toMatch(/^# integrations\.upstash\.set_key: Set key\n/);
    expect((await envelope(['docs', 'upstash', '--json'])).data).toEqual({
      page: 'integrations.upstash',
      markdown: expect.stringContaining('# '),
    });
    const schemas = await envelope(['schema', 'upstash_get_database', '--json']);
    expect(schemas.data).toMatchObject({
      name: 'upstash_get_database',
      input: { required: ['id'] },
      output: { $ref: '#/types/Database' },
      types: { Database: { type: 'object' } },
    });
    expect(
      (await run(['schema', 'upstash', 'get_key', '--query', 'input.required', '--format', 'json'])).stdout,
    ).toBe('[\n  "key"\n]\n');
  });

  test.each([
    ['list', '--help'],
    ['search', '--help'],
    ['docs', '--help'],
    ['schema', '--help'],
    ['call', '--help'],
    ['--help'],
    ['upstash', 'set_key', '--help'],
    ['planetscale', 'create_database', '--help'],
  ])('the help of %j begins with examples and fits 80 columns', async (...args) => {
    const { code, stdout } = await run(args);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Examples?:\n {2}kosmo /);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test('the help of a function has its params as flags', async () => {
    const { stdout } = await run(['upstash', 'set-key', '--help']);
    expect(stdout).toMatch(/^ {2}kosmo upstash set_key --key TEXT --value TEXT$/m);
    expect(stdout).toMatch(/--ex <integer> +Seconds until the key expires/);
    const { stdout: start } = await run(['upstash-redis-start', 'create_database', '--help']);
    expect(start).toContain('--arg account=<string>');
  });
});

test('the package has the schema of the envelope', () => {
  expect(existsSync(new URL('../../schemas/envelope-1.json', import.meta.url))).toBe(true);
  const { files } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(files).toContain('schemas');
});
