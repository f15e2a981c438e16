import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { rmSync } from 'node:fs';
import { kosmoWithParcels } from '../../../testing/kosmo-with-parcels.js';
import { commandOnTerminal, type Prompt } from '../../../testing/command-on-terminal.js';
import { hasTerminals } from '../../../testing/on-terminal.js';

const { kosmo, folder, env, requests } = kosmoWithParcels();
const stored = join(folder, 'stored');
const accountsFile = join(stored, 'accounts', 'accounts.json');
const canary = 'canary-7f3a-secret';
const unset = { KOSMO_ACCOUNTS: stored, PARCEL_TOKEN: undefined };

beforeEach(() => rmSync(stored, { recursive: true, force: true }));

describe.skipIf(!hasTerminals)('kosmo configure on a terminal (needs util-linux script)', () => {
  const configure = (args: readonly string[], steps: readonly Prompt[], columns?: number) =>
    commandOnTerminal(['configure', 'parcel-post', ...args], { ...env, ...unset }, steps, columns);

  test.each([40, 80])('asks, tries and stores, on %d columns', async (columns) => {
    const { code, screen, settings } = await configure([], [['token: Token.', `${canary}\r`]], columns);
    expect(code).toBe(0);
    expect(requests()).toEqual(['GET /count']);
    expect(screen).toContain('count succeeded');
    expect(screen.replaceAll(/\s+/g, ' ')).toContain(
      'Stored the account "default" of parcel-post: encrypted in',
    );
    expect(screen).not.toContain(canary);
    expect(readFileSync(accountsFile, 'utf8')).not.toContain(canary);
    expect(settings).toMatch(/(?<!-)\bicanon/);
    expect(settings).toMatch(/(?<!-)\becho\b/);
  });

  test('stores nothing that the service refuses, and says what to do', async () => {
    const { code, screen } = await configure([], [['token: Token.', 'wrong-token\r']]);
    expect(code).toBe(4);
    expect(screen).toContain('Nothing was stored. Correct the credentials and try again');
    expect(existsSync(accountsFile)).toBe(false);
  });

  test.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
    ['Escape', '\u001b'],
    ['Ctrl-C in an answer', `${canary}\u0003`],
  ])('%s stores nothing and leaves the terminal as it was', async (_, typed) => {
    const { code, screen, settings } = await configure([], [['token: Token.', typed]]);
    expect(code).toBe(130);
    expect(screen).toContain('cancelled: nothing was stored');
    expect(screen).not.toContain(canary);
    expect(existsSync(accountsFile)).toBe(false);
    expect(settings).toMatch(/(?<!-)\bicanon/);
    expect(settings).toMatch(/(?<!-)\becho\b/);
    // The cursor is shown again.
    expect(screen.lastIndexOf('\u001b[?25h')).toBeGreaterThan(screen.lastIndexOf('\u001b[?25l'));
  });
});

describe('kosmo configure without a person', () => {
  const ways =
    'set variables and run "kosmo accounts add parcel-post --from-env", or ' +
    'pipe a JSON object to "kosmo accounts add parcel-post --stdin-json"';
  const message = `kosmo configure asks on a terminal, and there is nobody to ask here: ${ways}`;

  test('never waits, and says what to do instead', async () => {
    const answer = { code: 2, stdout: '', stderr: `usage: ${message}\n` };
    expect(await kosmo(['configure', 'parcel-post'], `${canary}\n`, unset)).toEqual(answer);
    const json = await kosmo(['configure', 'parcel-post', '--json'], '', unset);
    expect([json.code, json.stderr, JSON.parse(json.stdout)]).toEqual([
      2,
      '',
      { ok: false, error: { code: 'usage', message }, meta: { command: 'configure', version: 1 } },
    ]);
  });

  test.skipIf(!hasTerminals).each([
    [['--non-interactive'], {}],
    [['--json'], {}],
    [[], { CLAUDECODE: '1' }],
  ])('not on a terminal either, with %j and %j', async (args, more) => {
    const settings = { ...env, ...unset, ...more };
    const { code, screen } = await commandOnTerminal(['configure', 'parcel-post', ...args], settings, []);
    expect(code).toBe(2);
    expect(screen).toContain('there is nobody to ask here');
    expect(screen).not.toContain('token: Token.');
  });

  test('tells first what could not be stored', async () => {
    const { code, stderr } = await kosmo(['configure', 'parcel-pst'], '', unset);
    expect([code, stderr]).toEqual([
      2,
      'usage: no integration "parcel-pst" is installed; did you mean "parcel-post"?\n',
    ]);
  });
});

describe.skipIf(!hasTerminals)('kosmo configure of an account that there is', () => {
  const configure = (steps: readonly Prompt[], more = {}) =>
    commandOnTerminal(['configure', 'parcel-post'], { ...env, ...unset, ...more }, steps);

  test('asks before it is replaced', async () => {
    await configure([['token: Token.', `${canary}\r`]]);
    const before = readFileSync(accountsFile, 'utf8');
    const kept = await configure([['Replace all of it?', 'n']]);
    expect(kept.code).toBe(130);
    expect(kept.screen).toContain('cancelled: the account is as it was');
    expect(readFileSync(accountsFile, 'utf8')).toBe(before);
    const replaced = await configure([
      ['Replace all of it?', 'y'],
      ['token: Token.', 'another-token\r'],
    ]);
    expect(replaced.code).toBe(0);
    expect(readFileSync(accountsFile, 'utf8')).not.toBe(before);
  });

  test('asks for nothing while the environment holds it', async () => {
    const { code, screen } = await configure([], { PARCEL_TOKEN: 'x' });
    expect(code).toBe(1);
    expect(screen.replaceAll(/\s+/g, ' ')).toContain('comes from the environment (PARCEL_TOKEN)');
    expect(screen).not.toContain('token: Token.');
  });

  test('asks again for an answer that cannot be one', async () => {
    const { code, screen } = await configure([
      ['token: Token.', '\r'],
      ['token is needed', 'two words\r'],
      ['must be printable ASCII without spaces', `\u0015${canary}\r`],
    ]);
    expect(code).toBe(0);
    expect(screen).not.toContain('two words');
  });
});
