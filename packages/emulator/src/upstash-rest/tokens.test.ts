import { expect, test } from 'vitest';
import { describeDatabase } from '../../testing/describe-database.js';
import { restCall } from '../../testing/rest-call.js';

describeDatabase(({ call, run, databases }) => {
  test('keeps databases and their tokens apart', async () => {
    const [first, second] = databases();
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
    const [first] = databases();
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
    const readOnly = (body: unknown, path = '/') => call({ token: databases()[0].readOnlyToken, body, path });
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
});
