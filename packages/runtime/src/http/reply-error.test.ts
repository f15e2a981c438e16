import { expect, onTestFinished, test, vi } from 'vitest';
import { operation, withTransport, writeOperation } from '../../testing/operation.js';
import { reply } from '@kosmokrator/testing/replay';
import {
  execute,
  type Idempotency,
  type KosmoError,
  type Operation,
  parseJson,
  type TransportReply,
} from '../index.js';
import { hintMatch, hintWhen, joinErrors, quiet } from '../parts/index.js';

async function errorOf(answer: TransportReply, fn: Operation = operation()): Promise<KosmoError> {
  return execute(fn, {}, withTransport({ send: async () => answer }), { maxRetries: 0 }).then(
    () => expect.fail('the call succeeded'),
    (error: unknown) => error as KosmoError,
  );
}

const field = (name: string) => (scope: { body?: unknown }) =>
  (scope.body as Record<string, unknown> | null)?.[name];

test.each([
  [400, 'api_error', 'refused'],
  [401, 'auth_failed', 'refused'],
  [403, 'auth_failed', 'refused'],
  [404, 'not_found', 'refused'],
  [408, 'api_error', 'unknown'],
  [409, 'conflict', 'refused'],
  [422, 'api_error', 'refused'],
  [429, 'rate_limited', 'refused'],
  [500, 'api_error', 'unknown'],
  [502, 'api_error', 'unknown'],
  [600, 'api_error', 'unknown'],
  [202, 'api_error', 'unknown'],
  [302, 'api_error', 'refused'],
  [303, 'api_error', 'unknown'],
])('%i is %s, %s', async (status, code, outcome) => {
  expect(await errorOf(reply({}, status))).toMatchObject({ code, status, outcome, attempts: 1 });
});

const worth = (idempotency: Idempotency, status: number, headers = {}) =>
  errorOf(reply({}, status, headers), writeOperation({ idempotency })).then(({ retryable }) => retryable);

test('what may be repeated follows the function and the status', async () => {
  for (const status of [408, 500, 502, 503, 504, 429]) {
    expect(await worth('none', status)).toBe(false);
    for (const kind of ['safe', 'idempotent', 'keyed'] as const) expect(await worth(kind, status)).toBe(true);
  }
  expect(await worth('none', 429, { 'retry-after': '1' })).toBe(true);
  expect([await worth('keyed', 409), await worth('idempotent', 409)]).toEqual([true, false]);
  for (const status of [400, 404, 425, 501]) expect(await worth('idempotent', status)).toBe(false);
  expect([await worth('safe', 425), await worth('keyed', 425)]).toEqual([true, false]);
});

test('a service can forbid a retry, and cannot ask for one', async () => {
  expect(await worth('safe', 503, { 'x-should-retry': 'false' })).toBe(false);
  expect(await worth('none', 503, { 'x-should-retry': 'true' })).toBe(false);
});

const at = 'Wed, 21 Oct 2015 07:28:00 GMT';

test.each([
  ['2', 2000],
  ['0.5', 500],
  ['-1', 0],
  [at, 0],
  ['abc', undefined],
  ['', undefined],
  ['abc, 2', 2000],
  [`soon, ${at}`, 0],
  [`Wed, 21 Okt 2015 07:28:00 GMT, 3, 4`, 3000],
  ['1 2', undefined],
  ['5 seconds', undefined],
  ['2027-01-01', undefined],
  ['1e9', undefined],
  ['in 5 minutes', undefined],
  ['5 at 10:20', undefined],
  ['at 10:20', undefined],
  ['retry after 5', undefined],
  ['try in 5', undefined],
  ['9'.repeat(400), Number.MAX_SAFE_INTEGER],
])('Retry-After: %s', async (header, wait) => {
  expect((await errorOf(reply({}, 429, { 'retry-after': header }))).retry_after_ms).toBe(wait);
});

test.each([
  ['IMF-fixdate', 'Sun, 06 Nov 1994 08:49:37 GMT'],
  ['rfc850', 'Sunday, 06-Nov-94 08:49:37 GMT'],
  ['asctime', 'Sun Nov  6 08:49:37 1994'],
])('a date of the form %s is in UTC, in Retry-After and in Date', async (_, sent) => {
  vi.stubEnv('TZ', 'America/New_York');
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(new Date(2020, 0, 1).getUTCHours()).toBe(5);
  const wait = async (header: string, date: string) =>
    (await errorOf(reply({}, 429, { 'retry-after': header, date }))).retry_after_ms;
  expect(await wait(sent, 'Sun, 06 Nov 1994 08:49:30 GMT')).toBe(7000);
  expect(await wait('Sun, 06 Nov 1994 08:49:40 GMT', sent)).toBe(3000);
  expect(await wait(`soon, ${sent}, 9`, 'Sun Nov  6 08:49:36 1994')).toBe(1000);
});

test("a date in Retry-After is read by the service's clock, when it tells that", async () => {
  const headers = { 'retry-after': at, date: 'Wed, 21 Oct 2015 07:27:58 GMT' };
  expect((await errorOf(reply({}, 429, headers))).retry_after_ms).toBe(2000);
  const later = new Date(Date.now() + 3_600_000).toUTCString();
  for (const date of ['', 'yesterday']) {
    const { retry_after_ms } = await errorOf(reply({}, 429, { 'retry-after': later, date }));
    expect(retry_after_ms).toBeGreaterThan(3_500_000);
    expect(retry_after_ms).toBeLessThanOrEqual(3_600_000);
  }
});

test('a message of spaces is none', async () => {
  const fn = operation({ errors: { when: [field('error')], message: [field('error')] } });
  const { message } = await errorOf(reply({ error: ' ' }), fn);
  expect(message).toBe('the service answered 200  {"error":" "}');
});

test('an error under an accepted status', async () => {
  const fn = operation({ errors: { when: [field('error')], message: [field('error')] } });
  expect(await errorOf(reply({ error: 'WRONGTYPE' }), fn)).toMatchObject({
    code: 'api_error',
    status: 200,
    outcome: 'refused',
    retryable: false,
    message: 'WRONGTYPE',
  });
  const lenient = operation({ errors: { when: [field('error')] } }, { status: [200, 404] });
  // An error status that the spec accepts is an answer, whatever its body says.
  const answer = withTransport({ send: async () => reply({ error: 'x' }, 404) });
  expect(await execute(lenient, {}, answer)).toEqual({ error: 'x' });
  expect(await execute(fn, {}, withTransport({ send: async () => reply({ error: '' }) }))).toEqual({
    error: '',
  });
});

test("the service's words are shown, whatever their form", async () => {
  const fn = operation({ errors: { when: [field('error')], message: [field('error')] } });
  const message = async (body: unknown, status = 200) => (await errorOf(reply(body, status), fn)).message;
  const quota = { error: { code: 429, message: 'quota' } };
  expect(await message(quota)).toBe('the service answered 200  {"error":{"code":429,"message":"quota"}}');
  expect(await message({ error: ['a', { b: null }] })).toContain('{"error":["a",{"b":null}]}');
  expect(await message({ title: 'no', password: 'p', token: 'canary-token' }, 400)).toContain(
    '{"title":"no","password":"[redacted]","token":"[redacted]"}',
  );
  const long = {
    ...withTransport({ send: async () => reply('{"error":{"id":9007199254740993}}') }),
    parseJson,
  };
  await expect(execute(fn, {}, long)).rejects.toMatchObject({
    code: 'api_error',
    message: expect.stringContaining('{"error":{"id":"9007199254740993"}}'),
  });
  expect(await message(`{"error":${'['.repeat(5000)}1${']'.repeat(5000)}}`, 500)).toMatch(/\[{200,}…$/);
});

test("the function's rules come before the integration's, and a hint is added", async () => {
  const shared = { message: [field('general')], hints: [hintWhen(() => true, 'Check the token.')] };
  const own = {
    message: [field('special')],
    hints: [hintMatch('NOPERM', 'Ask for a role.'), hintWhen(field('noperm'), 'Use the standard token.')],
  };
  const fn = operation({ errors: joinErrors(own, shared) });
  const messages = [
    { special: 'a', general: 'b' },
    { general: 'b', noperm: true },
    { special: 'NOPERM it is', noperm: true },
    {},
  ].map(async (body) => (await errorOf(reply(body, 400), fn)).message);
  expect(await Promise.all(messages)).toEqual([
    'a. Check the token.',
    'b. Use the standard token.',
    'NOPERM it is. Ask for a role.',
    'the service answered 400. Check the token.',
  ]);
});

test('expressions that the body does not suit do not hide the error', async () => {
  const broken = () => {
    throw new TypeError('no');
  };
  const fn = operation({ errors: { message: [quiet(broken)], hints: [hintWhen(broken, 'x')] } });
  expect(
    (await errorOf(reply('<html>bad gateway</html>', 502, { 'content-type': 'text/html; x' }), fn)).message,
  ).toBe('the service answered 502 text/html; x <html>bad gateway</html>');
});

test('text of the service is escaped, capped and free of secrets', async () => {
  const fn = operation({ errors: { message: [field('error')] } });
  const text = `token canary-token\u001b[2J\r\n${'x'.repeat(1000)}`;
  const { message } = await errorOf(reply({ error: text }, 400), fn);
  expect(message).toMatch(/^token \[redacted\]\\u\{1b\}\[2J\\u\{d\}\\u\{a\}x+…$/);
  expect(message.length).toBeLessThan(600);
  const cut = await errorOf(reply({ error: `${'x'.repeat(495)}canary-token` }, 400), fn);
  expect(cut.message).not.toContain('cana');
});

test("the service's request id is passed on", async () => {
  expect((await errorOf(reply({}, 500, { 'cf-ray': 'abc' }))).request_id).toBe('abc');
  expect((await errorOf(reply({}, 500, { 'cf-ray': 'abc', 'x-request-id': 'r' }))).request_id).toBe('r');
  expect((await errorOf(reply({}, 500))).request_id).toBeUndefined();
});

test('a body that is not UTF-8 does not break error reporting', async () => {
  const error = await errorOf({ status: 500, headers: {}, body: Uint8Array.of(0xff, 0xfe) });
  expect(error).toMatchObject({ code: 'api_error', status: 500 });
});
