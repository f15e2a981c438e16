import { expect, test } from 'vitest';
import { describeDatabase } from '../../testing/describe-database.js';

describeDatabase(({ call, run }) => {
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
    await run('SADD', 's', 'x');
    expect(await run('SSCAN', 's', 0)).toEqual({ result: ['0', ['x']] });
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
});
