import { expect, test } from 'vitest';
import { describeDatabase, notAvailable } from '../../testing/describe-database.js';

describeDatabase(({ call, run }) => {
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

  test.each([
    ['BLPOP', 'l', 1],
    ['BRPOP', 'l', 1],
    ['BLMOVE', 'a', 'b', 'LEFT', 'LEFT', 1],
    ['BZPOPMIN', 'z', 1],
    ['XREAD', 'block', 1, 'STREAMS', 's', '$'],
    ['SUBSCRIBE', 'c'],
    ['VADD', 'v', 'VALUES', 1, 1, 'e'],
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
});
