import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeIntegration, openAccountStore } from '@kosmokrator/host/accounts';
import { loadCatalog } from '@kosmokrator/host';
import { beforeAll, describe, expect, test } from 'vitest';
import { kosmoWithParcels } from '../../testing/kosmo-with-parcels.js';
import { hasTerminals, onTerminal } from '../../testing/on-terminal.js';
import { bin } from '../../testing/run-to-end.js';

const { kosmo, env, folder } = kosmoWithParcels();
const has = (shell: string) => spawnSync(shell, ['--version']).status === 0;

/** What the last of some words may become. */
async function complete(...words: readonly string[]): Promise<string[]> {
  const { code, stdout, stderr } = await kosmo(['__complete', 'zsh', '--', ...words]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout.split('\n').flatMap((line) => line.split('\t')[0] || []);
}

describe('a word becomes', () => {
  test.each([
    ['a command or an integration', [''], ['list', 'accounts', 'parcel-post']],
    ['a command below another', ['accounts', ''], ['list', 'remove']],
    ['a function by its short name', ['parcel-post', 'get'], ['get_parcel']],
    ['a function by its full name', ['call', 'parcel_post_s'], ['parcel_post_send_parcel']],
    ['a param as a flag', ['parcel-post', 'get_parcel', '--i'], ['--id']],
    ['a param of a full name', ['call', 'parcel_post_get_parcel', '--i'], ['--id']],
    ['an option of a command', ['lua', '--me'], ['--memory']],
    ['an account', ['parcel-post', 'get_parcel', '--account', 'd'], ['default']],
    ['an account by its equals sign', ['parcel-post', 'get_parcel', '--account=d'], ['--account=default']],
    ['a format', ['list', '--format', 'y'], ['yaml']],
    ['one of several choices', ['emulate', '--redis', 's'], ['server']],
    ['an integration as an argument', ['list', 'par'], ['parcel-post']],
    ['a shell', ['completion', 'po'], ['powershell']],
    ['the name of a file', ['lua', 'x'], [':files']],
    ['anything after --json', ['--json', 'lis'], ['list']],
  ])('%s', async (_what, words, expected) => {
    expect(await complete(...words)).toEqual(expect.arrayContaining(expected));
  });

  test('nothing where nothing fits, and what is broken ends in silence', async () => {
    expect(await complete('parcel-post', 'get_parcel', 'x')).toEqual([]);
    expect(await complete('nothing', 'x')).toEqual([]);
    expect(await complete('parcel-post', 'nothing', '--')).toEqual([]);
    const unusable = { KOSMO_INTEGRATIONS_PATH: bin };
    expect(await kosmo(['__complete', 'zsh', '--', ''], '', unusable)).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });

  test('the names of stored accounts', async () => {
    const parcel = await describeIntegration(loadCatalog({ env }), 'parcel-post');
    await openAccountStore({ env }).set(parcel, 'north', { token: 'canary-token' });
    expect(await complete('accounts', 'remove', 'parcel-post', '')).toContain('north');
  });

  test('and no command is called __complete', async () => {
    expect(await complete('_')).toEqual([]);
    expect((await kosmo(['--help'])).stdout).not.toContain('__complete');
  });
});

describe('kosmo completion', () => {
  test.each(['bash', 'zsh', 'fish', 'powershell'])('prints a script for %s', async (shell) => {
    const { code, stdout } = await kosmo(['completion', shell]);
    expect(code).toBe(0);
    expect(stdout).toContain(`kosmo __complete ${shell}`);
    expect(JSON.parse((await kosmo(['completion', shell, '--json'])).stdout)).toMatchObject({
      ok: true,
      data: { shell, script: stdout },
    });
  });
});

/** On the path of a shell: what it completes, and a kosmo that tells what it was called with. */
const shimFolder = join(folder, 'bin');
beforeAll(() => {
  mkdirSync(shimFolder, { recursive: true });
  const forward = `case "$1" in __complete|completion) exec '${process.execPath}' '${bin}' "$@" ;; esac`;
  writeFileSync(join(shimFolder, 'kosmo'), `#!/bin/sh\n${forward}\necho "called: $*"\n`, { mode: 0o755 });
});
const settings = () => ({ ...env, PATH: `${shimFolder}:${env['PATH']}`, PS1: 'ready> ', HOME: folder });

const typed = [
  ['a command', 'kosmo sear\tx', 'called: search x'],
  [
    'an integration, a function and a param',
    'kosmo parc\tget_p\t--i\t7',
    'called: parcel-post get_parcel --id 7',
  ],
  ['the value of an option', 'kosmo list --format=ya\t', 'called: list --format=yaml'],
] as const;

describe.skipIf(!hasTerminals)('with the Tab key', () => {
  test.skipIf(!has('bash')).each(typed)('bash completes %s', async (_what, line, called) => {
    const steps = [
      { see: 'ready> ', type: 'source <(kosmo completion bash)\n' },
      { see: 'ready> ', type: `${line}\n` },
      { see: called, type: 'exit\n' },
    ];
    const { shown } = await onTerminal(['bash', '--norc', '--noprofile', '-i'], steps, { env: settings() });
    expect(shown).toContain(called);
  });

  test.skipIf(!has('zsh')).each(typed)('zsh completes %s', async (_what, line, called) => {
    const steps = [
      { see: 'ready> ', type: 'autoload -U compinit; compinit -u -D; source <(kosmo completion zsh)\n' },
      { see: 'ready> ', type: `${line}\n` },
      { see: called, type: 'exit\n' },
    ];
    const { shown } = await onTerminal(['zsh', '-f', '-i'], steps, { env: settings() });
    expect(shown).toContain(called);
  });

  test('bash does not run what stands on the line', async () => {
    const trap = join(folder, 'trap');
    const steps = [
      { see: 'ready> ', type: 'source <(kosmo completion bash)\n' },
      { see: 'ready> ', type: `kosmo docs "$(touch ${trap})" parcel-\t` },
      // Ctrl-U empties the line.
      { see: 'parcel-post', type: '\u0015exit\n' },
    ];
    await onTerminal(['bash', '--norc', '--noprofile', '-i'], steps, { env: settings() });
    expect(existsSync(trap)).toBe(false);
  });
});

describe.skipIf(!has('fish'))('fish', () => {
  test.each([
    ['kosmo sear', /^search\tFind functions/m],
    ['kosmo parcel-post get_p', /^get_parcel\t/m],
    ['kosmo parcel-post get_parcel --i', /^--id\t/m],
    ['kosmo list --format=ya', /^--format=yaml/m],
    ['kosmo completion po', /^powershell/m],
  ])('completes %s', (line, expected) => {
    const script = `kosmo completion fish | source; complete -C '${line}'`;
    const { stdout, status } = spawnSync('fish', ['--no-config', '-c', script], {
      env: settings(),
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(stdout).toMatch(expected);
  });
});
