import { spawn, spawnSync } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { kosmoWithParcels } from '../../testing/kosmo-with-parcels.js';
import { bin, type Ended, runToEnd } from '../../testing/run-to-end.js';

const { env, requests } = kosmoWithParcels();
const hasScript = spawnSync('script', ['--version']).status === 0;

describe.skipIf(!hasScript)('a call on a terminal (needs util-linux script)', () => {
  function onTerminal(answer: string, args: readonly string[] = [], more = {}): Promise<Ended> {
    const words = [process.execPath, bin, 'parcel-post', 'send_parcel', '--content', 'x', ...args];
    const command = words.map((word) => `'${word}'`).join(' ');
    return runToEnd('script', ['-qec', command, '/dev/null'], answer, { ...env, ...more });
  }

  test('asks before a write, and makes it when the answer is yes', async () => {
    const { code, stdout } = await onTerminal('y\n');
    expect(stdout).toContain('parcel_post_send_parcel wants to write, with account "default"');
    expect(code).toBe(0);
    expect(requests()).toEqual(['POST /parcels']);
  });

  test('does not make it when the answer is no', async () => {
    expect(await onTerminal('n\n')).toMatchObject({
      code: 3,
      stdout: expect.stringContaining('policy_denied'),
    });
    expect(requests()).toEqual([]);
  });

  test.each([
    [['--non-interactive'], {}],
    [[], { CLAUDECODE: '1' }],
  ])('never asks with %j and %j', async (args, more) => {
    const { code, stdout } = await onTerminal('y\n', args, more);
    expect(stdout).toContain('approval_required');
    expect(stdout).not.toContain('Allow this call?');
    expect(code).toBe(3);
    expect(requests()).toEqual([]);
  });
});

test('Ctrl-C ends a call, and the envelope says so', async () => {
  const args = [bin, 'parcel-post', 'get_parcel', '--id', 'slow', '--json'];
  const child = spawn(process.execPath, args, { env });
  const stdout = text(child.stdout);
  while (requests().length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill('SIGINT');
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(130);
  expect(JSON.parse(await stdout)).toMatchObject({
    ok: false,
    error: { code: 'cancelled' },
    meta: { function: 'parcel_post_get_parcel', dry_run: false, duration_ms: expect.any(Number) },
  });
});
