import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kosmoWithParcels, sendOne } from '../../testing/kosmo-with-parcels.js';

const { kosmo, script, home, requests } = kosmoWithParcels();

describe('kosmo lua under a policy', () => {
  const withPolicy = (policy: string, args: readonly string[] = []) => {
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'policy.json'), policy);
    return kosmo(['lua', script(sendOne), ...args]);
  };

  test('sends nothing that is denied, with --yes neither, and names the rule', async () => {
    const rule = '{"effect":"deny","function":"send_parcel","account":"default","reason":"closed today"}';
    for (const args of [[], ['--yes']]) {
      const { code, stderr } = await withPolicy(`{"rules":[${rule}]}`, args);
      expect(code).toBe(3);
      expect(stderr).toBe(
        `policy_denied: parcel_post_send_parcel is denied by rules[0] in ${home}/policy.json: ${rule} (script.lua:1)\n`,
      );
    }
    expect(requests()).toEqual([]);
  });

  test('says how to allow a call, and makes it when that was done', async () => {
    const { code, stderr } = await withPolicy('{}');
    expect(code).toBe(3);
    expect(stderr).toMatch(/^approval_required: .*, or run with --yes \(script\.lua:1\)\n$/);
    const [rule] = /\{.*\}/.exec(stderr)!;
    expect(await withPolicy(`{"rules":[${rule}]}`)).toEqual({ code: 0, stdout: 'x\n', stderr: '' });
  });

  test.each([
    ['{', 'is not JSON: line 1, column 2'],
    ['{"rules":[{"effect":"deny","function":"sned_parcel"}]}', 'did you mean "send_parcel"?'],
  ])('runs nothing under %s', async (policy, problem) => {
    const { code, stdout, stderr } = await withPolicy(policy, ['--yes']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^error: .*policy\.json: /);
    expect(stderr).toContain(problem);
    expect(requests()).toEqual([]);
  });

  test.skipIf(process.platform === 'win32')('runs nothing under a pipe that nobody writes to', async () => {
    rmSync(home, { recursive: true, force: true });
    mkdirSync(home);
    execFileSync('mkfifo', [join(home, 'policy.json')]);
    const { code, stderr } = await kosmo(['lua', script(sendOne)]);
    rmSync(home, { recursive: true });
    expect({ code, stderr }).toEqual({ code: 2, stderr: `error: ${home}/policy.json: is not a file\n` });
    expect(requests()).toEqual([]);
  });
});
