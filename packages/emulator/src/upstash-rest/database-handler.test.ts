import { expect, test } from 'vitest';
import { describeDatabase } from '../../testing/describe-database.js';

describeDatabase(({ call, run }) => {
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
