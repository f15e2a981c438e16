import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmulator } from '@kosmokrator/emulator';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type CommandEnd, commandOnTerminal } from '../../../testing/command-on-terminal.js';
import { hasTerminals } from '../../../testing/on-terminal.js';
import { bin, runToEnd } from '../../../testing/run-to-end.js';

const emulator = await startEmulator({ redis: 'memory' });
const home = mkdtempSync(join(tmpdir(), 'kosmo-configure-'));
afterAll(async () => {
  await emulator.close();
  rmSync(home, { recursive: true });
});
beforeEach(() => rmSync(join(home, 'accounts'), { recursive: true, force: true }));

const all = emulator.env;
const url = all['UPSTASH_REDIS_REST_URL']!;
const token = all['UPSTASH_REDIS_REST_TOKEN']!;
const addresses = Object.entries(all).filter(([name]) => name.startsWith('KOSMO_'));
const env = {
  PATH: process.env['PATH']!,
  TERM: 'xterm-256color',
  KOSMO_HOME: home,
  KOSMO_KEYCHAIN: 'off',
  KOSMO_INTEGRATIONS_PATH: fileURLToPath(new URL('../../../../integrations', import.meta.url)),
  ...Object.fromEntries(addresses),
};
const kosmo = (args: readonly string[], input = '') => runToEnd(process.execPath, [bin, ...args], input, env);

/** All that is on the disk. */
function stored(): string {
  const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1')).join('\n');
}

const flat = ({ screen }: CommandEnd) => screen.replaceAll(/\s+/g, ' ');

describe.skipIf(!hasTerminals)('kosmo configure upstash on a terminal (needs util-linux script)', () => {
  test.each([40, 120])('sets up one API of two and says where, on %d columns', async (columns) => {
    const ended = await commandOnTerminal(
      ['configure', 'upstash', 'work'],
      env,
      [
        ['redis_url:', `${url}\r`],
        ['redis_token:', `${token}\r`],
        ['email:', '\r'],
        ['api_key:', '\r'],
      ],
      columns,
    );
    expect(ended.code).toBe(0);
    expect(ended.screen).toContain('https://console.upstash.com/redis');
    expect(flat(ended)).toMatch(
      /get_key succeeded, in \d+ ms\. Stored the account "work" of upstash: encrypted in/,
    );
    expect(ended.screen + stored()).not.toContain(token);
    const call = await kosmo(['upstash', 'get_key', '--key', 'a', '--account', 'work', '--json']);
    expect(JSON.parse(call.stdout)).toMatchObject({ ok: true, data: { key: 'a', value: null } });
  });

  test('asks for the rest of what is half given', async () => {
    const ended = await commandOnTerminal(['configure', 'upstash'], env, [
      ['redis_url:', '\r'],
      ['redis_token:', '\r'],
      ['email:', `${all['UPSTASH_EMAIL']}\r`],
      ['api_key:', '\r'],
      ['of no use without api_key', `${all['UPSTASH_API_KEY']}\r`],
    ]);
    expect(ended.code).toBe(0);
    expect(ended.screen).toContain('get_current_user succeeded');
    expect(ended.screen + stored()).not.toContain(all['UPSTASH_API_KEY']);
    expect((await kosmo(['upstash', 'list_databases', '--quiet'])).code).toBe(0);
  });

  test('stores nothing of a wrong token', async () => {
    const ended = await commandOnTerminal(['configure', 'upstash', 'work'], env, [
      ['redis_url:', `${url}\r`],
      ['redis_token:', 'canary-wrong-token\r'],
      ['email:', '\r'],
      ['api_key:', '\r'],
    ]);
    expect(ended.code).toBe(4);
    expect(flat(ended)).toContain('WRONGPASS');
    expect(flat(ended)).toContain('Nothing was stored. Correct the credentials and try again');
    expect(ended.screen + stored()).not.toContain('canary');
    expect((await kosmo(['accounts', '--json'])).stdout).toContain('"data":[]');
  });
});

test('one that goes to the address that it was stored with is tried there', async () => {
  const credentials = {
    service_token_id: all['PLANETSCALE_SERVICE_TOKEN_ID'],
    service_token: all['PLANETSCALE_SERVICE_TOKEN'],
  };
  const address = `api=${all['KOSMO_PLANETSCALE_API_BASE_URL']}`;
  const args = ['accounts', 'add', 'planetscale', 'work', '--stdin-json', '--base-url', address];
  const { code, stdout } = await kosmo(args, JSON.stringify(credentials));
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^list_organizations succeeded/)]);
  const listed = await kosmo(['planetscale', 'list_organizations', '--account', 'work', '--quiet']);
  expect(listed).toMatchObject({ code: 0, stdout: expect.stringMatching(/\S/) });
});
