import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { findCanary } from '@kosmokrator/testing/find-canary';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kosmoWithParcels } from '../../../testing/kosmo-with-parcels.js';
import { commandOnTerminal } from '../../../testing/command-on-terminal.js';
import { hasTerminals } from '../../../testing/on-terminal.js';

const { kosmo, env, folder, home } = kosmoWithParcels();
const canary = 'canary-7f3a/9+b1c2d3e4f5a6';
const input = JSON.stringify({ token: canary });

/** A service that says back all that it is sent, with an error or not. */
const echo = createServer((request, response) => {
  const status = request.url?.startsWith('/fails') ? 401 : 200;
  response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': canary });
  response.end(
    JSON.stringify({ message: `${JSON.stringify(request.headers)} ${canary}`, headers: request.rawHeaders }),
  );
});
beforeAll(async () => new Promise<void>((listening) => void echo.listen(0, '127.0.0.1', listening)));
afterAll(() => void echo.close());

const settings = (path: string) => ({
  NODE_DEBUG: 'http,net,undici',
  PARCEL_TOKEN: undefined,
  KOSMO_PARCEL_POST_MAIN_BASE_URL: `http://127.0.0.1:${(echo.address() as AddressInfo).port}${path}`,
});
const accounts = (...words: readonly string[]) => ['accounts', ...words];

test('no command on accounts shows a secret, whatever the service says', async () => {
  const runs: [string[], string, Readonly<Record<string, string | undefined>>][] = [];
  for (const path of ['', '/fails']) {
    for (const more of [[], ['--json']]) {
      runs.push(
        [accounts('add', 'parcel-post', '--stdin-json', '--replace', ...more), input, settings(path)],
        [
          accounts('add', 'parcel-post', 'env', '--from-env', '--replace', ...more),
          '',
          { ...settings(path), PARCEL_TOKEN: canary },
        ],
        [
          accounts('add', 'parcel-post', 'x', '--stdin-json', '--no-check', '--replace', ...more),
          input,
          settings(path),
        ],
        [accounts('add', 'parcel-post', 'y', '--stdin-json', ...more), input.slice(0, -1), settings(path)],
        [accounts('add', 'parcel-post', 'y', '--stdin-json', ...more), `[${input}]`, settings(path)],
        [accounts('test', 'parcel-post', ...more), '', settings(path)],
        [accounts('test', 'parcel-post', ...more), '', { ...settings(path), PARCEL_TOKEN: canary }],
        [accounts('env', 'parcel-post', ...more), '', settings(path)],
        [accounts('list', ...more), '', settings(path)],
        [['status', ...more], '', { ...settings(path), PARCEL_TOKEN: canary }],
        [['configure', 'parcel-post', ...more], `${canary}\n`, settings(path)],
        [accounts('remove', 'parcel-post', 'x', ...more), '', settings(path)],
      );
    }
  }
  for (const [args, given, more] of runs) {
    const { stdout, stderr } = await kosmo(args, given, more);
    expect([args, findCanary(stdout + stderr, canary)]).toEqual([args, []]);
  }
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(files.length).toBeGreaterThan(0);
  for (const { parentPath, name } of files)
    expect([name, findCanary(readFileSync(join(parentPath, name), 'latin1'), canary)]).toEqual([name, []]);
});

test.skipIf(!hasTerminals)('what is typed is on no screen and in no command line of a process', async () => {
  const more = { ...settings('/fails'), KOSMO_ACCOUNTS: join(home, 'typed') };
  let lines = '';
  const look = setInterval(() => (lines += commandLines()), 50);
  const { screen } = await commandOnTerminal(['configure', 'parcel-post'], { ...env, ...more }, [
    ['token: Token.', `${canary}\r`],
  ]);
  clearInterval(look);
  expect(lines).toContain('configure');
  expect(findCanary(screen + lines, canary)).toEqual([]);
});

/** The command lines of all processes. */
function commandLines(): string {
  const read = (pid: string) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    } catch {
      return '';
    }
  };
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(read)
    .join('\n');
}
