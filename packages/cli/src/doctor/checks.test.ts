import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createRawServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { installParcel } from '@kosmokrator/testing/parcel/install-parcel';
import { checkAccounts } from './check-accounts.js';
import { checkClock } from './check-clock.js';
import { checkNode } from './check-node.js';
import { checkOrigins } from './check-origins.js';
import { checkPackages } from './check-packages.js';
import { checkPolicyFile } from './check-policy.js';
import { checkProxy } from './check-proxy.js';
import type { Check, Surroundings } from './finding.js';

function surroundings(more: Partial<Surroundings> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  const installed = installParcel();
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
    installed.remove();
  });
  const env = {
    KOSMO_HOME: folder,
    KOSMO_KEYCHAIN: 'off',
    KOSMO_INTEGRATIONS_PATH: installed.folder,
    ...more.env,
  };
  return {
    folder,
    packages: installed.folder,
    given: { now: Date.now, nodeVersion: 'v22.1.0', ...more, env },
  };
}

/** What a check says, without the findings' own names. */
async function say(check: Check, given: Surroundings): Promise<string[]> {
  const findings = await check(given);
  expect(findings.every(({ status, fix }) => (status === 'ok') === (fix === null))).toBe(true);
  return findings.map(
    ({ status, message, fix }) => `${status}: ${message}${fix === null ? '' : ` | ${fix}`}`,
  );
}

test.each([
  ['v18.20.0', 'problem: Node v18.20.0 is too old: kosmo needs >=20 | install a newer Node, such as 24'],
  ['v20.0.0', 'ok: Node v20.0.0'],
  ['v24.11.1', 'ok: Node v24.11.1'],
  [
    'v23.0.0',
    'warning: Node v23.0.0 is not one that kosmo is tested on | install Node 20, 22, 24 if something fails',
  ],
])('Node %s', async (nodeVersion, text) => {
  expect(await say(checkNode, surroundings({ nodeVersion }).given)).toEqual([text]);
});

test('packages: what is installed, broken, hidden, or made for another runtime', async () => {
  const { given, packages, folder } = surroundings();
  expect(await say(checkPackages, given)).toEqual([expect.stringMatching(/^ok: \d+ installed: parcel-post/)]);
  const own = join(packages, 'parcel-post/package.json');
  writeFileSync(own, '{ "type": "module", "dependencies": { "@kosmokrator/runtime": "^9.0.0" } }');
  expect(await say(checkPackages, given)).toEqual([
    'problem: parcel-post needs @kosmokrator/runtime ^9.0.0, which is 0.0.0 | npm install @kosmokrator/parcel-post@latest @kosmokrator/runtime@latest',
  ]);
  writeFileSync(own, '{ "type": "module", "dependencies": { "@kosmokrator/runtime": "^0.0.0" } }');
  const second = join(folder, 'second');
  cpSync(join(packages, 'parcel-post'), join(second, 'parcel-post'), { recursive: true });
  mkdirSync(join(second, 'bad-one'), { recursive: true });
  writeFileSync(join(second, 'bad-one/manifest.json'), '{ "kosmokrator": 1 }');
  const both = { ...given, env: { ...given.env, KOSMO_INTEGRATIONS_PATH: `${packages}:${second}` } };
  const [broken, hidden, ...rest] = await say(checkPackages, both);
  expect(broken).toMatch(/^problem: .*bad-one.* \| npm install @kosmokrator\/bad-one$/);
  expect(hidden).toBe(
    `warning: two packages are called parcel-post: ${packages}/parcel-post is used, ${second}/parcel-post is not | remove one of them`,
  );
  expect(rest).toEqual([]);
  const none = { ...given, env: { ...given.env, KOSMO_INTEGRATIONS_PATH: '/no/such/folder' } };
  expect((await say(checkPackages, none))[0]).toBe(
    'warning: KOSMO_INTEGRATIONS_PATH names /no/such/folder, which does not exist | correct KOSMO_INTEGRATIONS_PATH, or unset it',
  );
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const wrong = { ...given, env: { ...given.env, KOSMO_INTEGRATIONS_PATH: file } };
  expect(await say(checkPackages, wrong)).toEqual([
    expect.stringMatching(
      /^problem: .*file, which is not a folder.* \| correct KOSMO_INTEGRATIONS_PATH, or unset it$/,
    ),
  ]);
});

test('policy: each mistake, with its place', async () => {
  const { given, folder } = surroundings();
  const file = join(folder, 'policy.json');
  expect(await say(checkPolicyFile, given)).toEqual([
    `ok: no ${file}: reads are allowed, writes need your approval`,
  ]);
  writeFileSync(file, '{ "rules": [{ "effect": "deny", "account": "work" }] }', { mode: 0o600 });
  expect(await say(checkPolicyFile, given)).toEqual([`ok: 1 rule in ${file}`]);
  writeFileSync(file, '{ "rules": [{ "account": "work" }, { "effect": "deny" }] }');
  expect(await say(checkPolicyFile, given)).toEqual([
    `problem: ${file}: rules[0] needs an effect: deny, ask, allow | edit ${file}`,
    `problem: ${file}: rules[1] must name at least one of integration, function, account, operation; use defaults to cover all calls | edit ${file}`,
  ]);
});

test('accounts: none, complete, and in a folder that others can read', async () => {
  const { given, folder } = surroundings();
  expect(await say(checkAccounts, given)).toEqual([
    'warning: no account has credentials | kosmo configure NAME',
  ]);
  mkdirSync(join(folder, 'accounts'), { mode: 0o755 });
  const [readable] = await say(checkAccounts, given);
  expect(readable).toMatch(/^problem: .*chmod.*\| kosmo accounts list$/);
});

test('accounts and online: a package that cannot be loaded hides no other', async () => {
  const service = await sayOfService(
    (socket) => void socket.write('HTTP/1.1 200 OK\r\n\r\n'),
    'http',
    breakCopy,
  );
  expect(service).toBe('ok: ORIGIN can be reached');
  const { given, packages } = surroundings();
  breakCopy(packages);
  expect(await say(checkAccounts, given)).toEqual([
    expect.stringMatching(/^problem: the package of parcel-two .* \| npm install @kosmokrator\/parcel-two$/),
  ]);
});

/** Installs another integration, which cannot be loaded. */
function breakCopy(packages: string): void {
  const copy = join(packages, 'parcel-two');
  cpSync(join(packages, 'parcel-post'), copy, { recursive: true });
  rmSync(join(copy, 'dist'), { recursive: true });
  const file = join(copy, 'manifest.json');
  const text = readFileSync(file, 'utf8').replaceAll('parcel_post', 'parcel_two');
  writeFileSync(file, text.replaceAll('parcel-post', 'parcel-two'));
}

test.each([
  [{}, 'ok: no proxy is set'],
  [{ HTTPS_PROXY: 'http://ada:secret@proxy.test:8080' }, 'ok: HTTPS_PROXY is http://proxy.test:8080'],
  [
    { http_proxy: 'secret nonsense' },
    'problem: http_proxy is not the address of a proxy | set http_proxy to an address such as http://proxy.example:8080, or unset it',
  ],
])('proxy %j, without its password', async (env, text) => {
  const found = await say(checkProxy, { ...surroundings().given, env });
  expect(found).toEqual([text]);
  expect(found.join('')).not.toContain('secret');
});

test('clock: one that stands before the installation is wrong', async () => {
  expect(await say(checkClock, surroundings().given)).toEqual([expect.stringMatching(/^ok: 2/)]);
  expect(await say(checkClock, surroundings({ now: () => 0 }).given)).toEqual([
    'problem: the clock says 1970-01-01T00:00:00.000Z, which is before kosmo was installed | set the clock of this computer',
  ]);
});

test('online: connects, sends no credential, and compares the clock', async () => {
  const seen: unknown[] = [];
  const server = createServer((request, reply) => {
    seen.push([request.method, request.url, request.headers.authorization]);
    reply.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const env = {
    KOSMO_PARCEL_POST_MAIN_BASE_URL: origin,
    PARCEL_TOKEN: 'canary-token',
    KOSMO_ALLOW_LOOPBACK_HTTP: '1',
  };
  const { given } = surroundings({ env });
  expect(await say(checkOrigins, given)).toEqual([`ok: ${origin} can be reached`]);
  expect(seen).toEqual([['HEAD', '/', undefined]]);
  expect(await say(checkOrigins, { ...given, now: () => Date.now() + 3_600_000 })).toEqual([
    `problem: this computer's clock is 60 minutes ahead of ${origin} | set the clock of this computer`,
  ]);
  await new Promise((resolve) => server.close(resolve));
  expect(await say(checkOrigins, given)).toEqual([
    `problem: ${origin} cannot be reached: connection refused | check the network, the proxy and the firewall`,
  ]);
  expect(await say(checkOrigins, surroundings().given)).toEqual([
    'warning: no account has an API to connect to | kosmo configure NAME',
  ]);
});

/** What is said of a service that answers every connection in this way. */
async function sayOfService(
  answer: (socket: Socket) => void,
  scheme = 'http',
  prepare?: (packages: string) => void,
) {
  const server = createRawServer((socket) => answer(socket.on('error', () => {})));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const origin = `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { given, packages } = surroundings({
    env: { KOSMO_PARCEL_POST_MAIN_BASE_URL: origin, PARCEL_TOKEN: 't', KOSMO_ALLOW_LOOPBACK_HTTP: '1' },
  });
  prepare?.(packages);
  return (await say(checkOrigins, given)).join().replaceAll(origin, 'ORIGIN');
}

test('online: a reply that is not HTTP is a problem', async () => {
  expect(await sayOfService((socket) => void socket.write('garbage'.repeat(20_000)))).toMatch(
    /^problem: ORIGIN cannot be reached: the reply is not HTTP/,
  );
});

test('online: a clock is read from the head alone, in whatever pieces it arrives', async () => {
  const old = 'Date: Mon, 01 Jan 2001 00:00:00 GMT\r\n';
  const inBody = (socket: Socket) => void socket.end(`HTTP/1.1 200 OK\r\n\r\n${old}`);
  expect(await sayOfService(inBody)).toBe('ok: ORIGIN can be reached');
  const inPieces = (socket: Socket) => {
    socket.write('HTTP/1.1 200 OK\r\nX: 1');
    setTimeout(() => void socket.write(`\r\n${old}\r\n`), 20);
  };
  expect(await sayOfService(inPieces)).toMatch(
    /^problem: this computer's clock is \d+ minutes ahead of ORIGIN/,
  );
});

test('online: a service without TLS is told in words', async () => {
  expect(await sayOfService((socket) => void socket.write('HTTP/1.1 400 Bad\r\n\r\n'), 'https')).toMatch(
    /^problem: ORIGIN cannot be reached: TLS failed: wrong version number \|/,
  );
});
