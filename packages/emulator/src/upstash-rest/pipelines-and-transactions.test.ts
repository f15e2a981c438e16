import { expect, test } from 'vitest';
import { describeDatabase, notAvailable } from '../../testing/describe-database.js';

describeDatabase(({ call, run }) => {
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
    expect(json).toEqual([{ result: 'OK' }, { error: expect.stringMatching(/^WRONGTYPE/) }, { result: 'x' }]);
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

  test.each(['/pipeline', '/multi-exec'])('answers 400 to a bad list at %s', async (path) => {
    for (const body of ['{}', '[]', '[1]', '[["GET","k"],"x"]', '[[]]', 'x']) {
      const answer = await call({ path, body });
      expect([answer.status, Object.keys(answer.json as object)]).toEqual([400, ['error']]);
    }
  });
});
