/** Runs the built package: a worker starts from JavaScript. `pnpm --filter @kosmokrator/lua build` first. */
import { expect, test } from 'vitest';
import { answeredScripts } from '../../testing/answered-scripts.js';
import { followOutput } from './follow-output.js';
import { OutputBuffer } from '../bridge/output-buffer.js';

const { run, host } = answeredScripts();

test('what a script prints comes before its next call, and is the output in the end', async () => {
  const events: string[] = [];
  const source = `print("one") print("two")
    app.integrations.parcel_post.get_parcel({ id = "x" })
    print("three")`;
  const answer = () => events.push('call');
  const done = await run(source, { onOutput: (text) => events.push(text) }, answer);
  expect(done.output).toBe('one\ntwo\nthree\n');
  const at = events.indexOf('call');
  expect([events.slice(0, at).join(''), events.slice(at + 1).join('')]).toEqual(['one\ntwo\n', 'three\n']);
});

test('a script that is killed, and one whose output is cut, have told all of it', async () => {
  for (const source of ['print("x") while true do end', 'for i = 1, 1e5 do print(("y"):rep(10)) end']) {
    let told = '';
    const done = await run(source, { timeoutMs: 300, onOutput: (text) => (told += text) });
    expect(told).toBe(done.output);
    expect(told).not.toBe('');
  }
});

test('a function that throws ends its own script, and no other', async () => {
  const onOutput = () => {
    throw new Error('the pipe is closed');
  };
  const other = run('for i = 1, 1e6 do end return "done"', {});
  for (const source of ['print("x") while true do end', 'print("x")']) {
    await expect(run(source, { onOutput })).rejects.toThrow('the pipe is closed');
  }
  expect(await other).toMatchObject({ result: 'done' });
});

test('is told in whole lines, so that no half of a secret is', () => {
  host.redactor.add('canary-3f9a7c21d0');
  const output = new OutputBuffer(new SharedArrayBuffer(OutputBuffer.size(1000)), 0);
  const told: string[] = [];
  const follower = followOutput(output, host.redactor, (text) => told.push(text));
  const print = (text: string) => {
    output.write(new TextEncoder().encode(text));
    follower.next();
  };
  print('a\ncanary-3f9a');
  print('7c21d0\nü');
  print('b');
  follower.end();
  follower.end();
  expect(told).toEqual(['a\n', '[redacted]\n', 'üb']);
});
