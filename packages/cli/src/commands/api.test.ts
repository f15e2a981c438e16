import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmulator, type Emulator } from '@kosmokrator/emulator';
import { root } from '@kosmokrator/testing/repository';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { kosmoWithParcels } from '../../testing/kosmo-with-parcels.js';

const { kosmo, folder } = kosmoWithParcels();
let emulator: Emulator;
let settings: Record<string, string> = {};

beforeAll(async () => {
  emulator = await startEmulator({ redis: 'memory' });
  settings = { ...emulator.env, KOSMO_INTEGRATIONS_PATH: join(root, 'packages/integrations') };
});
beforeEach(() => emulator.reset());
afterAll(() => emulator.close());

const run = (args: readonly string[], input?: string) => kosmo(['api', ...args], input, settings);
const json = async (args: readonly string[], input?: string) =>
  JSON.parse((await run([...args, '--json'], input)).stdout);
const sent = () => emulator.requests.map(({ method, path }) => `${method} ${path}`);

test('a GET is a read: it is sent with the credentials of the account', async () => {
  const { data, meta } = await json(['planetscale', 'get', '/organizations', '--query', 'per_page=1']);
  expect([data.data[0].name, data.per_page]).toEqual(['my-org', 1]);
  expect(meta).toMatchObject({
    command: 'api',
    integration: 'planetscale',
    account: 'default',
    operation: 'read',
    dry_run: false,
    duration_ms: expect.any(Number),
  });
  expect(sent()).toEqual(['GET /v1/organizations']);
});

test('secret fields of a reply are hidden as in functions', async () => {
  const { data } = await json(['upstash/platform', 'GET', '/redis/databases']);
  expect(data[0].rest_token).toBe('[redacted]');
  const names = await run(['upstash/platform', 'GET', '/redis/databases', '--select', '[].database_name']);
  expect(names.stdout).toBe('cache\nsessions\n');
});

test.each([
  [['--data', '["SET","a","1"]'], ''],
  [['--data', '@-'], '["SET","a","1"]'],
  [['--data', '-'], '["SET","a","1"]'],
])('anything else is a write that needs approval: %j', async (data, input) => {
  const args = ['upstash/redis', 'POST', '/', ...data];
  expect(await run(args, input)).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('approval_required: upstash POST / needs approval'),
  });
  expect(sent()).toEqual([]);
  expect(await json([...args, '--yes'], input)).toMatchObject({ ok: true, data: { result: 'OK' } });
  expect(sent()).toEqual(['POST /']);
});

test('a dry run shows the request with its secrets hidden, and sends nothing', async () => {
  const args = ['upstash/redis', 'POST', '/', '--data', '["GET","a"]', '--yes'];
  expect((await run([...args, '--dry-run'])).stdout).toMatch(
    /^POST http:.*\n[^]*Bearer \[redacted\]\n\n\["GET","a"\]\n$/,
  );
  expect((await run([...args, '--curl'])).stdout).toContain(`--data-raw '["GET","a"]'`);
  const { data, meta } = await json([...args, '--dry-run']);
  expect([data.request.headers.authorization, meta.dry_run]).toEqual(['Bearer [redacted]', true]);
  for (const text of [await run([...args, '--dry-run']), await run([...args, '--curl', '--json'])])
    expect(JSON.stringify(text)).not.toContain(settings['UPSTASH_REDIS_REST_TOKEN']);
  expect(sent()).toEqual([]);
});

test('HEAD and --include give status and headers', async () => {
  const reply = await json(['planetscale', 'GET', '/organizations', '--include']);
  expect(reply.data).toMatchObject({ status: 200, headers: { 'content-type': expect.any(String) } });
});

test('a file is written when the reply is there, and left alone otherwise', async () => {
  const file = join(folder, 'reply.json');
  const out = ['--format', 'json', '--output', file];
  expect(await run(['planetscale', 'GET', '/organizations', ...out])).toEqual({
    code: 0,
    stdout: '',
    stderr: '',
  });
  expect(JSON.parse(readFileSync(file, 'utf8')).data[0].name).toBe('my-org');
  const before = readFileSync(file, 'utf8');
  expect(await run(['planetscale', 'GET', '/none', ...out])).toMatchObject({ code: 1 });
  expect(readFileSync(file, 'utf8')).toBe(before);
  expect(existsSync(`${file}.part`)).toBe(false);
});

test('a write whose result cannot be selected from tells all of it', async () => {
  const args = ['upstash/redis', 'POST', '/', '--data', '["SET","a","b"]', '--yes'];
  const ended = await run([...args, '--select', 'abs(@)']);
  expect([ended.code, JSON.parse(ended.stdout)]).toEqual([2, { result: 'OK' }]);
});

test.each([
  [['upstash', 'GET', '/'], 1, 'upstash has 2 APIs: name one, such as upstash/redis'],
  [['upstash/redsi', 'GET', '/'], 1, 'did you mean "redis"?'],
  [['upstsh', 'GET', '/'], 2, 'did you mean "upstash"'],
  [['planetscale', 'GET', 'https://evil.test/'], 1, 'without a host'],
  [['planetscale', 'GET', '/../x'], 1, 'segment . or ..'],
  [['planetscale', 'BREW', '/'], 1, 'the method must be one of GET'],
  [['planetscale', 'GET', '/', '--data', '{}'], 2, 'GET has no body'],
  [['planetscale', 'POST', '/', '--data', '{'], 2, '--data is not JSON'],
  [['planetscale', 'GET', '/', '--query', 'name'], 2, '--query takes NAME=VALUE'],
  [['planetscale', 'GET'], 2, "missing required argument 'path'"],
  [['planetscale', 'GET', '/organizations', '--account', 'nobody'], 4, '"nobody"'],
  [['planetscale', 'GET', '/none'], 1, 'not_found'],
])('%j fails with its code', async (args, code, message) => {
  const ended = await run(args);
  expect(ended.stderr).toContain(message);
  expect(ended).toMatchObject({ code, stdout: '' });
});

test('a body from a file that is not there sends nothing', async () => {
  writeFileSync(join(folder, 'body.json'), 'nonsense');
  for (const data of [`@${join(folder, 'body.json')}`, '@/no/such/file'])
    expect(await run(['upstash/redis', 'POST', '/', '--data', data, '--yes'])).toMatchObject({ code: 2 });
  expect(sent()).toEqual([]);
});
