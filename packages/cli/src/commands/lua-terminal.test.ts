import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { kosmoWithParcels, sendOne } from '../../testing/kosmo-with-parcels.js';
import { bin, type Ended, runToEnd } from '../../testing/run-to-end.js';

const { script, env, requests } = kosmoWithParcels();
const hasScript = spawnSync('script', ['--version']).status === 0;

describe.skipIf(!hasScript)('kosmo lua on a terminal (needs util-linux script)', () => {
  function onTerminal(answer: string, source = sendOne): Promise<Ended> {
    const command = [process.execPath, bin, 'lua', script(source)].map((word) => `'${word}'`).join(' ');
    return runToEnd('script', ['-qec', command, '/dev/null'], answer, env);
  }

  test('asks before a write, and makes it when the answer is yes', async () => {
    const { code, stdout } = await onTerminal('y\n');
    expect(stdout).toContain('parcel_post_send_parcel wants to write, with account "default"');
    expect(stdout).toContain('{"content":"x"}');
    expect(code).toBe(0);
    expect(requests()).toEqual(['POST /parcels']);
  });

  test('asks when all that was printed before is seen, and shows no escape sequence', async () => {
    const { stdout } = await onTerminal('y\n', `print("\\27[31mbefore") ${sendOne}`);
    expect(stdout).toMatch(/\\u001b\[31mbefore\r?\n[^]*parcel_post_send_parcel wants to write/);
    expect(stdout).not.toContain('\u001b[31m');
  });

  test.each(['n\n', '\n', '\u0004'])('does not make it when the answer is %j', async (answer) => {
    const { code, stdout } = await onTerminal(answer);
    expect(stdout).toContain('policy_denied');
    expect(code).toBe(3);
    expect(requests()).toEqual([]);
  });
});
