import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { backends } from '../../testing/backends.js';
import { restCall } from '../../testing/rest-call.js';
import type { Emulator } from '../emulator.js';
import { startEmulator } from '../start-emulator.js';

const [server] = backends;
const sha1 = (text: string) => createHash('sha1').update(text).digest('hex');
const ran = { result: 'OK' };
const refused = { error: expect.stringMatching(/^ERR Write commands are not allowed/) };
const flagged = '#!lua flags=allow-key-locking\nreturn {KEYS[1], ARGV[1]}';

describe.skipIf(server?.skipped)(`scripts on ${server?.title}`, () => {
  let emulator: Emulator;
  beforeAll(async () => void (emulator = await startEmulator({ redis: 'server' })));
  beforeEach(() => emulator.reset());
  afterAll(() => emulator.close());

  const call = async (path: string, body: unknown, at = 0) => {
    const database = emulator.databases[at];
    return (await restCall(database?.url ?? '', { token: database?.token, path, body })).json;
  };
  const run = (...command: (string | number)[]) => call('/', command);

  test.each(['EVAL', 'EVAL_RO'])('runs %s with the flag of the vendor', async (name) => {
    expect(await run(name, flagged, 1, 'k', 'v')).toEqual({ result: ['k', 'v'] });
    expect(await run(`${name === 'EVAL' ? 'EVALSHA' : 'EVALSHA_RO'}`, sha1(flagged), 1, 'k', 'v')).toEqual({
      result: ['k', 'v'],
    });
  });

  test.each([
    ['#!lua flags=allow-key-locking', ran],
    ['#!lua  flags=allow-key-locking  ', ran],
    ['#!lua\tflags=allow-key-locking\r', ran],
    ['#!lua flags=allow-oom,allow-key-locking', ran],
    ['#!lua flags=allow-key-locking,allow-oom', ran],
    ['#!lua flags=no-writes,allow-key-locking,allow-oom', refused],
    ['#!lua flags=allow-key-locking flags=no-writes', refused],
  ])('keeps the other flags of %j', async (line, expected) => {
    const script = `${line}\nreturn redis.call('SET', KEYS[1], 'v')`;
    expect(await run('EVAL', script, 1, 'k')).toEqual(expected);
  });

  test.each([
    ['#!lua flags=allow-key-locking', ran],
    ['#!lua  flags=allow-key-locking  ', ran],
    ['#!lua\tflags=allow-key-locking\r', ran],
    ['#!lua flags=allow-oom,allow-key-locking', ran],
    ['#!lua flags=allow-key-locking,allow-oom', ran],
    ['#!lua flags=no-writes,allow-key-locking,allow-oom', refused],
    ['#!lua flags=allow-key-locking flags=no-writes', refused],
  ])('keeps the other flags of %j', async (line, expected) => {
    const script = `${line}\nreturn redis.call('SET', KEYS[1], 'v')`;
    expect(await run('EVAL', script, 1, 'k')).toEqual(expected);
  });

  test.each([
    ['#!lua flags=allow-key-lockin\nreturn 1', /Unexpected flag in script shebang: allow-key-lockin/],
    ['#!lua flags=,allow-key-locking\nreturn 1', /Unexpected flag/],
    ['#!lua flags=allow-key-locking', /Invalid script shebang/],
    ['#!js flags=allow-key-locking\nreturn 1', /Unexpected engine/],
    ['-- #!lua flags=allow-key-locking\nreturn nope', /nonexistent global variable 'nope'/],
  ])('leaves the refusal of %j to Redis', async (script, error) => {
    expect(await run('EVAL', script, 0)).toEqual({ error: expect.stringMatching(error) });
  });

  test('knows a script by the digest of the text that was sent', async () => {
    expect(await run('SCRIPT', 'LOAD', flagged)).toEqual({ result: sha1(flagged) });
    expect(await run('SCRIPT', 'EXISTS', sha1(flagged), sha1('x'))).toEqual({ result: [1, 0] });
    expect(await run('EVALSHA', sha1(flagged).toUpperCase(), 1, 'k', 'v')).toEqual({ result: ['k', 'v'] });
    await run('SCRIPT', 'FLUSH');
    expect(await run('SCRIPT', 'EXISTS', sha1(flagged))).toEqual({ result: [0] });
    expect(await run('EVALSHA', sha1(flagged), 0)).toEqual({ error: expect.stringMatching(/^NOSCRIPT/) });
  });

  test.each(['/pipeline', '/multi-exec'])('translates in %s too', async (path) => {
    const commands = [
      ['SCRIPT', 'LOAD', flagged],
      ['EVALSHA', sha1(flagged), 1, 'k', 'v'],
      ['EVAL', flagged, 1, 'q', 'w'],
    ];
    expect(await call(path, commands)).toEqual([
      { result: sha1(flagged) },
      { result: ['k', 'v'] },
      { result: ['q', 'w'] },
    ]);
  });

  test('names the line and the digest of the text that was sent', async () => {
    const script = '#!lua flags=allow-key-locking\n\nreturn redis.call("GET", KEYS[1])';
    await run('RPUSH', 'list', 'a');
    const { error } = (await run('EVAL', script, 1, 'list')) as { error: string };
    expect(error).toContain(`script: ${sha1(script)}, on @user_script:3.`);
  });

  test('loads functions with the flag, and shows them as they were sent', async () => {
    const code = [
      '#!lua name=locks',
      "local function count(keys) return redis.call('INCR', keys[1]) end",
      "redis.register_function{function_name='count', callback=count, flags={'allow-key-locking'}}",
      "redis.register_function{function_name='ask', callback=function() return 3 end,",
      `  flags={"no-writes", "allow-key-locking"}}`,
    ].join('\n');
    expect(await run('FUNCTION', 'LOAD', 'REPLACE', code)).toEqual({ result: 'locks' });
    expect(await run('FCALL', 'count', 1, 'n')).toEqual({ result: 1 });
    expect(await run('FCALL_RO', 'ask', 0)).toEqual({ result: 3 });
    const listed = JSON.stringify(await run('FUNCTION', 'LIST', 'WITHCODE'));
    expect(listed).toContain(JSON.stringify(code).slice(1, -1));
  });

  test('ends a script that does not end, and lets nobody else notice', async () => {
    const endless = run('EVAL', 'while true do end', 0);
    const others = [0, 1].map((at) => call('/', ['SET', 'k', 'v'], at));
    const inTransaction = call('/multi-exec', [
      ['SET', 'm', '1'],
      ['GET', 'm'],
    ]);
    expect(await endless).toEqual({
      error: 'ERR the script was stopped after 5 s, the limit of this emulator; it had written nothing',
    });
    expect(await Promise.all(others)).toEqual([{ result: 'OK' }, { result: 'OK' }]);
    expect(await inTransaction).toEqual([{ result: 'OK' }, { result: '1' }]);
  });

  test('starts Redis anew for a script that has written and does not end', async () => {
    await run('SET', 'before', '1');
    const endless = await run('EVAL', "redis.call('SET', 'k', 'v') while true do end", 0);
    expect(endless).toEqual({ error: expect.stringMatching(/restarted Redis/) });
    expect(await run('EXISTS', 'before', 'k')).toEqual({ result: 0 });
    expect(await run('SET', 'after', '1')).toEqual({ result: 'OK' });
  });
});
