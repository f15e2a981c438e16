import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalog } from '@kosmokrator/host';
import { describeIntegration, openAccountStore } from '@kosmokrator/host/accounts';
import { beforeEach, describe, expect, test } from 'vitest';
import { kosmoWithParcels } from '../../testing/kosmo-with-parcels.js';
import { hasTerminals, onTerminal, type Step } from '../../testing/on-terminal.js';
import { bin } from '../../testing/run-to-end.js';

const { env, home, folder, requests } = kosmoWithParcels();
const history = join(home, 'state/lua-history');
beforeEach(() => rmSync(join(home, 'state'), { recursive: true, force: true }));

const [ctrlC, ctrlD, up] = ['\u0003', '\u0004', '\u001b[A'];

// Where the cursor is put is told behind the prompt.
const escape = '\u001b';
const atPrompt = new RegExp(`> (?:${escape}\\[\\d+[GJ])*$`);

/** Starts the prompt, types, sees, and leaves it. */
async function talk(
  steps: readonly Step[],
  more: Record<string, string | undefined> = {},
  args: readonly string[] = [],
) {
  const all = [{ see: 'Ctrl-D leaves' }, ...steps, { see: atPrompt, type: ctrlD }];
  return onTerminal([process.execPath, bin, 'lua', ...args], all, { env: { ...env, ...more } });
}

describe.skipIf(!hasTerminals)('kosmo lua on a terminal', () => {
  test('shows what an expression is, and keeps globals', async () => {
    const { code, shown } = await talk([
      { see: '> ', type: 'x = 41\n' },
      { see: '> ', type: 'x + 1, "two" -- said\n' },
      { see: /42\s+two|42\n"?two/, type: 'print("seen")\n' },
      { see: /\nseen/, type: '{ a = { 1 } }\n' },
      { see: /a = \{\r?\n\s+1/ },
    ]);
    expect({ code, shown }).toEqual({ code: 0, shown: expect.not.stringContaining('error') });
  });

  test('reads on until a script is whole, and an empty line ends it', async () => {
    await talk([
      { see: '> ', type: 'function seven()\n' },
      { see: '>> ', type: 'return 6 + 1\n' },
      { see: '>> ', type: 'end\n' },
      { see: '> ', type: 'seven()\n' },
      { see: /\n7/, type: 'if true then\n' },
      { see: '>> ', type: '\n' },
      { see: "script_error: 'end' expected" },
    ]);
    expect(readFileSync(history, 'utf8')).toContain('function seven()\nreturn 6 + 1\nend\nseven()\n');
  });

  test('a mistake is told in one line, and nothing is lost', async () => {
    await talk([
      { see: '> ', type: 'x = 1\n' },
      { see: '> ', type: 'error("boom")\n' },
      { see: 'script_error: boom', type: 'app.integrations.parcel_pots\n' },
      { see: 'did you mean "parcel_post"', type: 'x = = 2\n' },
      { see: 'script_error: unexpected symbol', type: '"x is " .. x\n' },
      { see: 'x is 1' },
    ]);
    expect(existsSync(history)).toBe(true);
  });

  test('Tab completes integrations, functions and params', async () => {
    await talk([
      { see: '> ', type: 'app.integrations.parc\t' },
      { see: 'parcel_post', type: '.get_p\t' },
      { see: 'get_parcel', type: '{ i\t' },
      { see: 'id = ', type: '"7" }.id\n' },
      { see: /\n7/ },
    ]);
    expect(requests()).toEqual(['GET /parcels/7']);
  });

  test('Ctrl-C clears what was typed, and stops a call and its script', async () => {
    const { code } = await talk([
      { see: '> ', type: 'if true then\n' },
      { see: '>> ', type: `something${ctrlC}` },
      { see: /\^C\r?\n[^>]*> /, type: 'x = "kept"\n' },
      { see: '> ', type: `lost${ctrlC}` },
      { see: /\^C\r?\n[^>]*> /, type: 'x\n' },
      { see: 'kept', type: 'print("begun") app.integrations.parcel_post.get_parcel{ id = "slow" }\n' },
      { see: /\nbegun/, type: ctrlC },
      { see: 'cancelled: the script was cancelled' },
      { see: 'its variables are gone', type: 'x == nil\n' },
      { see: /\ntrue/ },
    ]);
    expect(code).toBe(0);
  });

  test('asks before a write, and lines that were typed before the question do not answer it', async () => {
    const send = 'app.integrations.parcel_post.send_parcel{ content = "x" }.sent\n';
    await talk([
      { see: '> ', type: `${send}y\n` },
      { see: 'Allow this call? [y/N]', type: 'n\n' },
      { see: 'policy_denied', type: send },
      { see: 'Allow this call? [y/N]', type: ctrlC },
      { see: 'policy_denied', type: send },
      { see: 'Allow this call? [y/N]', type: 'y\n' },
      { see: /\nx\r?\n/ },
    ]);
    expect(requests()).toEqual(['POST /parcels']);
    expect(readFileSync(history, 'utf8').split('\n')).not.toContain('n');
  });

  test('keeps a history for the user alone, without lines that hold a secret', async () => {
    const secret = env['PARCEL_TOKEN']!;
    expect(secret.length).toBeGreaterThan(7);
    const parcel = await describeIntegration(loadCatalog({ env }), 'parcel-post');
    await openAccountStore({ env }).set(parcel, 'south', { token: 'stored-canary-77' });
    await talk([
      { see: '> ', type: '"first"\n' },
      { see: /\nfirst/, type: `x = "${secret}"\n` },
      { see: '> ', type: 'x = { --\n' },
      { see: '>> ', type: '"stored-canary-77" }\n' },
      { see: '> ', type: '"last"\n' },
      { see: /\nlast/ },
    ]);
    expect(readFileSync(history, 'utf8')).toBe('"first"\n"last"\n');
    expect(statSync(history).mode & 0o777).toBe(0o600);
    expect(statSync(join(home, 'state')).mode & 0o777).toBe(0o700);
    const again = await talk([
      { see: '> ', type: `${up}${up}` },
      { see: '"first"', type: '\n' },
      { see: /\nfirst/ },
    ]);
    expect(again.code).toBe(0);
  });

  test('works where the history cannot be kept', async () => {
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(join(elsewhere, 'state'), { recursive: true, mode: 0o700 });
    writeFileSync(join(elsewhere, 'target'), 'kept\n', { mode: 0o600 });
    symlinkSync(join(elsewhere, 'target'), join(elsewhere, 'state/lua-history'));
    for (const KOSMO_HOME of [elsewhere, '/proc/nowhere'])
      expect(await talk([{ see: '> ', type: '1 + 1\n' }, { see: /\n2/ }], { KOSMO_HOME })).toMatchObject({
        code: 0,
      });
    expect(readFileSync(join(elsewhere, 'target'), 'utf8')).toBe('kept\n');
  });

  test('a narrow terminal is enough, and it is left as it was', async () => {
    const words = ['sh', '-c', `'${process.execPath}' '${bin}' lua; stty -a`];
    const steps = [{ see: '> ', type: '1 + 1\n' }, { see: /\n2/ }, { see: '> ', type: ctrlD }];
    const { shown } = await onTerminal(words, steps, { env, columns: 40 });
    expect(shown).toMatch(/ icanon[^]* echo /);
  });

  test('it is not for agents', async () => {
    const agent = { env: { ...env, CLAUDECODE: '1' } };
    const { code, shown } = await onTerminal([process.execPath, bin, 'lua'], [], agent);
    expect({ code, shown }).toEqual({ code: 2, shown: expect.stringContaining('pass a file') });
  });
});
