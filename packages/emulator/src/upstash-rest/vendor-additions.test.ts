import { expect, test } from 'vitest';
import { describeDatabase, notAvailable } from '../../testing/describe-database.js';

const lacked = (what: string) =>
  new RegExp(
    `^ERR this emulator runs on (Redis \\d+\\.\\d+\\.\\d+|the in-process store), which does not support ${what}; the vendor does$`,
  );

describeDatabase(({ call, run }) => {
  test.each([
    ['JSON.SET', 'k', '$', '1'],
    ['json.get', 'k'],
    ['SEARCH.QUERY', 'i', '{}'],
    ['HEXPIRE', 'h', '10', 'FIELDS', '1', 'a'],
    ['HGETEX', 'h', 'FIELDS', '1', 'a'],
    ['XDELEX', 'x', 'IDS', '1', '1-1'],
    ['VECTOR.INFO', 'v'],
    ['ARSET', 'a', '0', 'x'],
    ['MSETEX', '1', 'a', 'b'],
  ])('says that it lacks %s, which the vendor has', async (...command) => {
    const [name = ''] = command;
    const error = expect.stringMatching(lacked(name.toUpperCase()));
    expect(await run(...command)).toEqual({ error });
    expect((await call({ path: '/pipeline', body: [command] })).json).toEqual([{ error }]);
    expect((await call({ path: '/multi-exec', body: [command] })).json).toEqual({ error });
  });

  test.each([
    ['SET IFEQ', ['SET', 'k', 'v', 'IFEQ', 'w']],
    ['SCAN WITHTYPE', ['SCAN', 0, 'WITHTYPE']],
    ['HSCAN NOVALUES', ['HSCAN', 'h', 0, 'novalues']],
    ['ZRANK WITHSCORE', ['ZRANK', 'z', 'a', 'WITHSCORE']],
  ])('says that it lacks the option %s', async (what, command) => {
    await run('HSET', 'h', 'a', '1');
    await run('ZADD', 'z', 1, 'a');
    const error = expect.stringMatching(lacked(what));
    expect(await run(...command)).toEqual({ error });
    expect(
      (await call({ path: '/multi-exec', body: [['SET', 'k', 'SET IFEQ'], command] })).status,
    ).toBeLessThan(500);
  });

  test.each([[['SET', 'IFEQ', 'IFNE', 'EX']], [['HSCAN', 'NOVALUES', 'x']]])(
    'leaves an error of %j as it is, whose keys and values look like options',
    async (command) => {
      expect(await run(...command)).toEqual({ error: expect.not.stringContaining('lacks') });
    },
  );

  test.each([['NOPE'], ['JSON.NOPE'], ['constructor'], ['__proto__']])(
    'has the words of the vendor for %s, which nobody has',
    async (name) => {
      const { error } = (await run(name, 'x')) as { error: string };
      expect(error).toMatch(/^ERR Command is not available: /);
    },
  );

  test('has the words of the vendor for what REST does not serve', async () => {
    expect(await run('SUBSCRIBE', 'c')).toEqual({ error: expect.stringMatching(notAvailable) });
  });
});
