import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { backends } from '../../test-support/backends.js';
import { restCall, type RestCall } from '../../test-support/rest-call.js';
import type { EmulatedDatabase, Emulator } from '../emulator.js';
import { startEmulator } from '../start-emulator.js';

const notAvailable =
  /^ERR Command is not available: '[A-Z]+'\. See https:\/\/upstash\.com\/docs\/redis\/overall/;

describe.each(backends)('the Redis REST API on $title', ({ redis, skipped }) => {
  describe.skipIf(skipped)('by hand', () => {
    let emulator: Emulator;
    let first: EmulatedDatabase;
    let second: EmulatedDatabase;

    beforeAll(async () => {
      emulator = await startEmulator({ redis });
      [first, second] = emulator.databases as [EmulatedDatabase, EmulatedDatabase];
    });
    beforeEach(() => emulator.reset());
    afterAll(() => emulator.close());

    const call = (options: RestCall) => restCall(first.url, { token: first.token, ...options });
    const run = async (...command: unknown[]) => (await call({ body: command })).json;

    test('runs a command and sends a sync token with every reply', async () => {
      const set = await call({ body: ['SET', 'k', 'v'] });
      expect([set.status, set.text]).toEqual([200, '{"result":"OK"}']);
      expect(set.headers.get('content-type')).toBe('application/json');
      const get = await call({ body: ['get', 'k'] });
      expect(get.json).toEqual({ result: 'v' });
      const tokens = [set, get].map(({ headers }) => headers.get('upstash-sync-token'));
      expect(new Set(tokens).size).toBe(2);
      expect(tokens.every(Boolean)).toBe(true);
    });

    test('takes numbers and booleans, and keeps every digit', async () => {
      const exact = '["SET","k",9223372036854775806]';
      expect((await call({ body: exact })).json).toEqual({ result: 'OK' });
      expect((await call({ body: ['INCR', 'k'] })).text).toBe('{"result":9223372036854775807}');
      expect((await call({ body: ['GET', 'k'] })).text).toBe('{"result":"9223372036854775807"}');
      expect(await run('INCR', 'k')).toEqual({ error: 'ERR increment or decrement would overflow' });
      expect((await call({ body: '["SET","f",1.50]' })).status).toBe(200);
      expect(await run('GET', 'f')).toEqual({ result: '1.50' });
      await run('SET', 'b', true);
      expect(await run('GET', 'b')).toEqual({ result: 'true' });
    });

    test('nests lists and writes null for nothing', async () => {
      await run('RPUSH', 'l', 'a', '');
      expect(await run('LRANGE', 'l', 0, -1)).toEqual({ result: ['a', ''] });
      expect(await run('MGET', 'none', 'l')).toEqual({ result: [null, null] });
      expect(await run('SCAN', 0, 'MATCH', '*', 'COUNT', 1000)).toEqual({ result: ['0', ['l']] });
      expect(await run('EVAL', 'return {1,{2,{ARGV[1]}}}', 0, 'x')).toEqual({ result: [1, [2, ['x']]] });
    });

    test('encodes all strings but OK as base64 when asked to', async () => {
      const headers = { 'upstash-encoding': 'base64' };
      expect((await call({ headers, body: ['SET', 'k', 'bar'] })).json).toEqual({ result: 'OK' });
      expect((await call({ headers, body: ['GET', 'k'] })).json).toEqual({ result: 'YmFy' });
      expect((await call({ headers, body: ['MGET', 'k', 'none'] })).json).toEqual({ result: ['YmFy', null] });
      expect((await call({ headers, body: ['STRLEN', 'k'] })).json).toEqual({ result: 3 });
      expect((await call({ headers, body: ['NOPE'] })).json).toMatchObject({ error: /^ERR Command/ });
    });

    test('keeps bytes that are no text', async () => {
      const put = await call({ path: '/set/bytes/%ff%00%fe', method: 'POST' });
      expect(put.json).toEqual({ result: 'OK' });
      const encoded = await call({ headers: { 'upstash-encoding': 'base64' }, body: ['GET', 'bytes'] });
      expect(encoded.json).toEqual({ result: Buffer.from([0xff, 0, 0xfe]).toString('base64') });
      expect((await call({ body: ['GET', 'bytes'] })).json).toEqual({ result: '\ufffd\0\ufffd' });
    });

    test('runs a pipeline in order, with errors in their places', async () => {
      const commands = [
        ['SET', 'k', 'x'],
        ['INCR', 'k'],
        ['SUBSCRIBE', 'c'],
        ['GET', 'k'],
      ];
      const { status, json } = await call({ path: '/pipeline', body: commands });
      expect(status).toBe(200);
      expect(json).toEqual([
        { result: 'OK' },
        { error: 'ERR value is not an integer or out of range' },
        { error: expect.stringMatching(notAvailable) },
        { result: 'x' },
      ]);
    });

    test('runs a transaction, also past a command that fails', async () => {
      const commands = [
        ['SET', 'k', 'x'],
        ['LPUSH', 'k', 'y'],
        ['GET', 'k'],
      ];
      const { status, json } = await call({ path: '/multi-exec', body: commands });
      expect(status).toBe(200);
      expect(json).toEqual([
        { result: 'OK' },
        { error: expect.stringMatching(/^WRONGTYPE/) },
        { result: 'x' },
      ]);
    });

    test.each([
      ['an unknown command', ['NOPE']],
      ['a command that REST does not have', ['SUBSCRIBE', 'c']],
      ['a wrong number of arguments', ['GET']],
    ])('discards a whole transaction for %s', async (_, bad) => {
      const { status, json } = await call({ path: '/multi-exec', body: [['SET', 'k', 'x'], bad] });
      expect(status).toBe(400);
      expect(json).toEqual({ error: expect.stringMatching(/^ERR /) });
      expect(await run('EXISTS', 'k')).toEqual({ result: 0 });
    });

    test('lets no other client into a transaction', async () => {
      const transfer = () =>
        call({
          path: '/multi-exec',
          body: [
            ['INCR', 'a'],
            ['INCR', 'a'],
            ['INCR', 'a'],
          ],
        });
      const noise = () => call({ body: ['INCR', 'a'] });
      const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => (i % 2 ? noise() : transfer())));
      for (const { json } of answers) {
        if (!Array.isArray(json)) continue;
        const [one, two, three] = json.map((item: { result: number }) => item.result) as [
          number,
          number,
          number,
        ];
        expect([two, three]).toEqual([one + 1, one + 2]);
      }
      expect(await run('GET', 'a')).toEqual({ result: '80' });
    });

    test.each([
      ['WRONGTYPE', ['LPUSH', 'text', 'a']],
      ["ERR wrong number of arguments for 'get' command", ['GET']],
      ['ERR value is not an integer or out of range', ['INCR', 'text']],
      ['ERR value is not an integer or out of range', ['SET', 'k', 'v', 'EX', 'soon']],
      ["ERR invalid expire time in 'set' command", ['SET', 'k', 'v', 'EX', 0]],
      ['ERR syntax error', ['SET', 'k', 'v', 'EXX', 1]],
      ['ERR Command is not available', ['NOPE', 'x']],
      ['ERR empty command', []],
      ['ERR empty command', ['']],
      ['ERR an argument', ['SET', 'k', null]],
      ['ERR an argument', ['SET', 'k', ['x']]],
      ['ERR an argument', ['SET', 'k', { x: 1 }]],
      ['ERR a command must be', { get: 'k' }],
      ['ERR a command must be', '"GET k"'],
      ['ERR failed to parse', '["GET","k"'],
      ['ERR failed to parse', '["GET","k"] x'],
      ['ERR failed to parse', ''],
      ['ERR failed to parse', '['.repeat(200_000)],
    ])('answers 400 with %j', async (error, body) => {
      await run('SET', 'text', 'abc');
      const answer = await call({ method: 'POST', body });
      expect(answer.status).toBe(400);
      expect((answer.json as { error: string }).error.startsWith(error)).toBe(true);
    });

    test.each(['/pipeline', '/multi-exec'])('answers 400 to a bad list at %s', async (path) => {
      for (const body of ['{}', '[]', '[1]', '[["GET","k"],"x"]', '[[]]', 'x']) {
        const answer = await call({ path, body });
        expect([answer.status, Object.keys(answer.json as object)]).toEqual([400, ['error']]);
      }
    });

    test.each([
      ['BLPOP', 'l', 1],
      ['BRPOP', 'l', 1],
      ['BLMOVE', 'a', 'b', 'LEFT', 'LEFT', 1],
      ['BZPOPMIN', 'z', 1],
      ['XREAD', 'block', 1, 'STREAMS', 's', '$'],
      ['SUBSCRIBE', 'c'],
      ['SELECT', 1],
      ['MULTI'],
      ['EXEC'],
      ['WATCH', 'k'],
      ['AUTH', 'x'],
      ['HELLO'],
      ['CLIENT', 'LIST'],
      ['MONITOR'],
      ['CONFIG', 'GET', '*'],
      ['SHUTDOWN'],
      ['DEBUG', 'SLEEP', 1],
      ['SWAPDB', 0, 1],
      ['ACL', 'SETUSER', 'x'],
    ])('refuses %s, which REST does not have', async (...command) => {
      const answer = await call({ body: command });
      expect(answer.status).toBe(400);
      expect(answer.json).toEqual({ error: expect.stringMatching(notAvailable) });
    });

    test('keeps databases and their tokens apart', async () => {
      const other = (body: unknown[]) => restCall(second.url, { token: second.token, body });
      await run('SET', 'k', 'first');
      expect((await other(['GET', 'k'])).json).toEqual({ result: null });
      await other(['SET', 'k', 'second']);
      expect((await other(['FLUSHALL'])).json).toEqual({ result: 'OK' });
      expect(await run('GET', 'k')).toEqual({ result: 'first' });
      expect(await run('COPY', 'k', 'k', 'DB', 1)).toEqual({ error: 'ERR DB index is out of range' });
      const script = ['EVAL', "redis.call('SELECT', 1) return redis.call('SET', 'k', 'third')", 0];
      expect((await call({ body: script })).status).toBe(400);
      expect((await restCall(second.url, { token: first.token, body: ['PING'] })).status).toBe(401);
      expect((await other(['DBSIZE'])).json).toEqual({ result: 0 });
    });

    test('answers 401 without a valid token', async () => {
      const authorizations = [
        {},
        { authorization: 'Bearer wrong' },
        { authorization: first.token },
        { authorization: `Basic ${first.token}` },
        { authorization: 'Bearer ' },
      ];
      for (const headers of authorizations) {
        const answer = await restCall(first.url, { headers, body: ['PING'] });
        expect([answer.status, answer.json]).toEqual([
          401,
          { error: 'WRONGPASS invalid or missing auth token' },
        ]);
      }
      expect((await restCall(first.url, { path: `/ping?_token=${first.token}` })).json).toEqual({
        result: 'PONG',
      });
    });

    test('lets a read-only token read, and nothing else', async () => {
      await run('SET', 'k', 'v');
      const readOnly = (body: unknown, path = '/') => call({ token: first.readOnlyToken, body, path });
      for (const command of [['GET', 'k'], ['TTL', 'k'], ['PING'], ['EXISTS', 'k']]) {
        expect((await readOnly(command)).status).toBe(200);
      }
      const refused = [
        ['SET', 'k', 'x'],
        ['DEL', 'k'],
        ['KEYS', '*'],
        ['SCAN', '0'],
        ['FLUSHDB'],
        ['EVAL', 'return 1', 0],
      ];
      for (const command of refused) {
        const answer = await readOnly(command);
        const name = command[0]?.toString().toLowerCase();
        const error = `NOPERM this user has no permissions to run the '${name}' command or its subcommand`;
        expect([answer.status, answer.json]).toEqual([400, { error }]);
      }
      const pipeline = await readOnly(
        [
          ['DEL', 'k'],
          ['GET', 'k'],
        ],
        '/pipeline',
      );
      expect(pipeline.json).toEqual([{ error: expect.stringMatching(/^NOPERM/) }, { result: 'v' }]);
      expect(
        (
          await readOnly(
            [
              ['GET', 'k'],
              ['DEL', 'k'],
            ],
            '/multi-exec',
          )
        ).status,
      ).toBe(400);
    });

    test('answers 405 to other methods, and to GET where a list is needed', async () => {
      for (const method of ['DELETE', 'PATCH', 'OPTIONS']) {
        expect((await call({ method, path: '/get/k' })).status).toBe(405);
      }
      expect((await call({ path: '/pipeline' })).status).toBe(405);
      expect((await call({ path: '/multi-exec' })).status).toBe(405);
    });

    test('serves commands in the path, with a body and a query', async () => {
      expect((await call({ path: '/set/a%20b/x%2Fy%3F' })).json).toEqual({ result: 'OK' });
      expect((await call({ path: '/get/a%20b' })).json).toEqual({ result: 'x/y?' });
      expect((await call({ path: '/get/a+b' })).json).toEqual({ result: null });
      expect((await call({ path: '/set/k?EX=100', body: 'plain' })).json).toEqual({ result: 'OK' });
      expect(await run('TTL', 'k')).toEqual({ result: 100 });
      expect((await call({ path: '/get/k', method: 'HEAD' })).text).toBe('');
    });

    test('refuses a body over 10 MB, and takes one just under it', async () => {
      const limit = 10 * 1024 * 1024;
      const large = await call({ body: ['SET', 'k', 'x'.repeat(limit)] });
      expect(large.status).toBe(400);
      expect(large.json).toEqual({
        error: expect.stringMatching(/^ERR max request size exceeded\. Limit: 10485760/),
      });
      expect((await call({ body: ['SET', 'k', 'x'.repeat(limit - 20)] })).json).toEqual({ result: 'OK' });
      expect(await run('STRLEN', 'k')).toEqual({ result: limit - 20 });
    });

    test('answers in JSON only', async () => {
      const headers = { 'upstash-response-format': 'resp2' };
      expect((await call({ headers, body: ['PING'] })).status).toBe(400);
    });
  });
});
