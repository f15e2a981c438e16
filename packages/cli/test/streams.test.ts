/** What the command prints into pipes and files, and how it ends when they are full, closed or left. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { type CommandDescription, describeCommand } from '../src/command-tree/describe-command.js';
import { kosmoWithParcels } from '../testing/kosmo-with-parcels.js';
import { bin, runToEnd } from '../testing/run-to-end.js';
import { leavesOf } from '../testing/search-help.js';
import { wholeProgram } from '../testing/whole-program.js';

const { kosmo, env } = kosmoWithParcels();
const schema = JSON.parse(readFileSync(new URL('../schemas/envelope-1.json', import.meta.url), 'utf8'));
const isEnvelope = new Ajv2020({ allErrors: true, strict: false }).compile(schema);

const tree = describeCommand(wholeProgram());
const groups = (command: CommandDescription): CommandDescription[] =>
  command.commands.length > 0 ? [command, ...command.commands.flatMap(groups)] : [];
const wordsOf = ({ command }: CommandDescription) => command.split(' ').slice(1);

/** What is on standard output, which must be one envelope and nothing else. */
function envelopeIn(stdout: string) {
  expect(stdout.endsWith('\n') && stdout.trimEnd().split('\n').length).toBe(1);
  const printed = JSON.parse(stdout);
  isEnvelope(printed);
  expect(isEnvelope.errors).toBe(null);
  return printed;
}

describe('with --json, what is wrong before a command runs is one envelope', () => {
  const leaves = leavesOf(tree).map((command) => [command.command, wordsOf(command)] as const);

  test.each(leaves)('of %s', async (_command, words) => {
    const { code, stdout, stderr } = await kosmo([...words, '--no-such-option', '--json']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
    const { ok, error, meta } = envelopeIn(stdout);
    expect({ ok, code: error.code }).toEqual({ ok: false, code: 'usage' });
    // The short form has not found its integration, so nobody knows what was meant.
    expect(meta.command).toBe(words[0]);
  });

  test.each(groups(tree).map((command) => [command.command, wordsOf(command)] as const))(
    'of %s alone',
    async (_command, words) => {
      const { code, stdout, stderr } = await kosmo([...words, '--json']);
      expect(stderr).toBe('');
      const { ok } = envelopeIn(stdout);
      expect(ok).toBe(code === 0);
    },
  );
});

const shell = async (line: string, settings: Record<string, string | undefined> = {}) => {
  const command = line.replaceAll('kosmo ', `'${process.execPath}' '${bin}' `);
  const words = ['--norc', '--noprofile', '-c', command];
  const { code: status, stdout, stderr } = await runToEnd('bash', words, '', { ...env, ...settings });
  return { status, stdout, stderr };
};

describe('a reader that leaves early', () => {
  test.each(['kosmo list', 'kosmo commands --json', 'kosmo docs', 'kosmo --help', 'kosmo completion zsh'])(
    'is no error of %s',
    async (command) => {
      expect(await shell(`${command} | head -c 1 >/dev/null; exit \${PIPESTATUS[0]}`)).toEqual({
        status: 0,
        stdout: '',
        stderr: '',
      });
    },
  );

  test('is none while a script goes on printing', async () => {
    const child = spawn(process.execPath, [bin, 'lua', '-e', 'for i = 1, 5000 do print(i) end'], { env });
    child.stdout.once('data', () => child.stdout.destroy());
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
    expect(stderr).toBe('');
  });
});

describe('a closed stream', () => {
  test.each([
    ['kosmo list -q <&-', 0],
    ['kosmo list -q >&-', 0],
    ['kosmo list -q 2>&-', 0],
    ['kosmo list -q <&- >&- 2>&-', 0],
    ['kosmo lst 2>&-', 2],
    ['kosmo lst --json <&- 2>&-', 2],
    ['kosmo call parcel_post_get_parcel - <&-', 2],
    ['kosmo lua <&-', 2],
  ])('%s ends with %i', async (line, status) => {
    const ended = await shell(line);
    expect(ended.status).toBe(status);
    expect(ended.stderr).not.toContain('bug in kosmo');
  });
});

describe.runIf(existsSync('/dev/full'))('a full disk', () => {
  test.each([
    'kosmo list',
    'kosmo list --json',
    'kosmo search parcels --format csv',
    'kosmo docs',
    'kosmo schema parcel_post_get_parcel',
    'kosmo parcel-post get_parcel --id 7',
    'kosmo status',
    'kosmo commands --json',
    'kosmo completion fish',
    'kosmo --help',
    'kosmo --version',
  ])('is told once by %s', async (command) => {
    const message = 'error: cannot write to standard output: the disk is full\n';
    expect(await shell(`${command} >/dev/full`)).toEqual({ status: 1, stdout: '', stderr: message });
  });

  test('keeps the exit code of what went wrong', async () => {
    expect((await shell('kosmo lst --json >/dev/full')).status).toBe(2);
    expect((await shell('kosmo lst 2>/dev/full')).status).toBe(2);
  });
});

describe('a home that cannot be used', () => {
  test.each([
    ['is unset', { HOME: undefined, KOSMO_HOME: undefined }],
    ['is empty', { HOME: '', KOSMO_HOME: undefined }],
    ['is not there', { HOME: '/nonexistent', KOSMO_HOME: undefined }],
    ['is read-only', { HOME: '/proc', KOSMO_HOME: undefined }],
    ['is read-only itself', { KOSMO_HOME: '/proc/nowhere' }],
  ])('is none of lists and reads where it %s', async (_what, settings) => {
    for (const line of [
      'kosmo list -q',
      'kosmo search "find a parcel" -q',
      'kosmo parcel-post get_parcel --id 7 --query id',
      'kosmo __complete bash -- parcel-post get_parcel --account ""',
      'kosmo accounts list --json',
    ]) {
      const { status, stdout, stderr } = await shell(line, settings);
      expect({ line, status, stderr }).toEqual({ line, status: 0, stderr: '' });
      expect(stdout).not.toBe('');
    }
  });
});

test('a pipe alone has no colours, and the same text as a wide terminal', async () => {
  const { stdout } = await kosmo(['list'], '', { TERM: 'xterm', COLUMNS: '20' });
  expect(stdout).toMatch(/^parcel-post +\d+ functions? +Parcel/);
  expect(stdout).not.toContain('\u001b');
  expect((await kosmo(['list'], '', { FORCE_COLOR: '1' })).stdout).toContain('\u001b[36mparcel-post');
  expect((await kosmo(['list', '--json'], '', { FORCE_COLOR: '1' })).stdout).not.toContain('\u001b');
  expect((await kosmo(['lst'], '', { FORCE_COLOR: '1' })).stderr).toContain('\u001b[31musage:');
});
