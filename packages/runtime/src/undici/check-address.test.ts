import { createHook } from 'node:async_hooks';
import type { LookupAddress } from 'node:dns';
import net, { isIPv6 } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { endSwitch } from '../../testing/end-switch.js';
import { account, integration, operation } from '../../testing/operation.js';
import { httpReply, serveRaw } from '@kosmokrator/testing/servers/raw-server';
import { type Account, execute, type IntegrationDetails, type KosmoError } from '../index.js';
import { TransportError, type TransportRequest } from '../transport.js';
import { addressKind } from './address-kind.js';
import type { Resolve } from './check-address.js';
import { undiciTransport } from './undici-transport.js';

/** What a hostile name server says. */
const names: Record<string, readonly string[]> = {
  localhost: ['127.0.0.1', '::1'],
  'localhost.': ['127.0.0.1'],
  'a.localhost': ['127.0.0.1'],
  '127.0.0.1.nip.io': ['127.0.0.1'],
  'mapped.upstash.io': ['::ffff:127.0.0.1'],
  'db.upstash.io': ['93.184.216.34', '127.0.0.1'],
  'six.upstash.io': ['::1'],
  'zero.upstash.io': ['0.0.0.0'],
  'ten.upstash.io': ['10.0.0.1'],
  'translated.upstash.io': ['64:ff9b::7f00:1'],
  'metadata.google.internal': ['169.254.169.254'],
  'metadata.goog': ['fd20:ce::254'],
  'instance-data.ec2.internal': ['fd00:ec2::254'],
};

/** Ways to write or name an address that is not public. */
const forms = `127.0.0.1 127.1 127.0.1 2130706433 0x7f000001 0x7f.1 0177.0.0.1 017700000001
  １２７.０.０.１ 127。0。0。1 127.255.255.254 0 0.0.0.0
  [::1] [::] [0:0:0:0:0:0:0:1] [::ffff:127.0.0.1] [::ffff:7f00:1] [::127.0.0.1]
  [64:ff9b::127.0.0.1] [2002:7f00:1::] [2001:0:7f00:1::]
  10.0.0.1 192.168.1.1 100.64.0.1 169.254.169.254 [fd00:ec2::254]
  ${Object.keys(names).join(' ')}`.split(/\s+/);

const ranges = `0.1.2.3 172.16.0.1 172.31.255.255 100.100.100.200 168.63.129.16 192.0.0.192
  192.88.99.1 198.18.0.1 203.0.113.1 224.0.0.1 240.0.0.1 255.255.255.255
  [64:ff9b:1::7f00:1] [fc00::1] [fe80::1] [fec0::1] [ff02::1] [2001:db8::1] [100::1]`.split(/\s+/);

const resolve: Resolve = (name, _, done) => {
  const addresses = names[name] ?? [];
  const found = addresses.map((address): LookupAddress => ({ address, family: isIPv6(address) ? 6 : 4 }));
  process.nextTick(done, null, found);
};

function create(options: { resolve: Resolve } = { resolve }) {
  const transport = undiciTransport(options);
  onTestFinished(() => transport.close());
  return transport;
}

/** Takes connections to every address of this machine. */
const serveAll = () => serveRaw((socket) => void socket.end(httpReply('{"result":"v"}')), '::');

/** Counts the connections that this process asks its operating system for, wherever they lead. */
function countDials(): () => number {
  let dials = 0;
  const hook = createHook({ init: (_, type) => (dials += type === 'TCPCONNECTWRAP' ? 1 : 0) });
  hook.enable();
  onTestFinished(() => void hook.disable());
  return () => dials;
}

function request(url: string, changes: Partial<TransportRequest> = {}): TransportRequest {
  const { onAbort } = endSwitch();
  return { url, method: 'GET', headers: {}, onAbort, maxBytes: 1000, ...changes };
}

const isRefused = (error: unknown) =>
  error instanceof TransportError &&
  error.notSent &&
  error.permanent &&
  error.message.startsWith('its address');

test.each([
  ['addresses', forms],
  ['ranges', ranges],
])('nothing is dialled: %s', async (what, hosts) => {
  const server = await serveAll();
  const transport = create();
  const dials = countDials();
  const reached: string[] = [];
  for (const host of hosts) {
    const tries = ['http', 'https'].map((scheme) =>
      transport.send(request(`${scheme}://${host}:${server.port}/`)),
    );
    const errors = await Promise.all(tries.map((sending) => sending.catch((error: unknown) => error)));
    if (!errors.every(isRefused)) reached.push(host);
  }
  const refused = hosts.length - reached.length;
  console.log(`${what}: ${refused} of ${hosts.length} refused, ${server.connections()} connections`);
  expect([reached, server.connections(), dials()]).toEqual([[], 0, 0]);
});

test('the same server is reached as soon as the rule allows it', async () => {
  const server = await serveAll();
  const transport = create();
  const dials = countDials();
  const local = ['127.0.0.1', '2130706433', '１２７.０.０.１', '[::1]', 'localhost', 'six.upstash.io'];
  for (const host of local) {
    const url = `http://${host}:${server.port}/`;
    expect((await transport.send(request(url, { allowAddresses: 'loopback' }))).status).toBe(200);
  }
  expect([server.connections(), dials()]).toEqual([local.length, local.length]);
  for (const host of ['0.0.0.0', '[::ffff:127.0.0.1]', 'zero.upstash.io', 'mapped.upstash.io']) {
    const url = `http://${host}:${server.port}/`;
    const error = await transport.send(request(url, { allowAddresses: 'private' })).catch((thrown) => thrown);
    expect(isRefused(error)).toBe(true);
  }
  expect(server.connections()).toBe(local.length);
});

test('a name that means another address the second time is refused then', async () => {
  const server = await serveAll();
  const answers = [['93.184.216.34'], ['127.0.0.1'], ['10.0.0.1'], ['169.254.169.254']];
  let asked = 0;
  const rebinding: Resolve = (_, __, done) => {
    const [address = ''] = answers[asked] ?? [];
    asked += 1;
    process.nextTick(done, null, [{ address, family: 4 }]);
  };
  // The public address is not dialled for real: the local server stands in for it.
  const dialled: string[] = [];
  const dial = net.connect;
  const spy = vi.spyOn(net, 'connect').mockImplementation(((options: net.TcpNetConnectOpts) =>
    dial({
      ...options,
      lookup: (host, how, done) =>
        options.lookup!(host, how, (error, found, family) => {
          const addresses = Array.isArray(found) ? found : [{ address: found, family: family ?? 4 }];
          if (error) return done(error, found, family);
          dialled.push(...addresses.map(({ address }) => address));
          done(null, how.all ? [{ address: '127.0.0.1', family: 4 }] : '127.0.0.1', 4);
        }),
    })) as typeof net.connect);
  onTestFinished(() => spy.mockRestore());
  const transport = create({ resolve: rebinding });
  const url = `http://db.upstash.io:${server.port}/`;
  expect((await transport.send(request(url))).status).toBe(200);
  expect([dialled, server.connections()]).toEqual([['93.184.216.34'], 1]);
  for (const address of answers.slice(1)) {
    const error = await transport.send(request(url)).catch((thrown) => thrown);
    expect([address, isRefused(error)]).toEqual([address, true]);
  }
  console.log(`rebinding: ${asked - 1} of 3 refused, ${server.connections() - 1} connections`);
  expect([asked, dialled.length, server.connections()]).toEqual([4, 1, 1]);
});

test('an account whose url names such a host opens no connection', async () => {
  const server = await serveAll();
  const transport = create();
  const dials = countDials();
  const anywhere: IntegrationDetails = {
    ...integration,
    credentials: { ...integration.credentials, url: { type: 'url', env: 'VENDOR_URL' } },
  };
  const bound: IntegrationDetails = {
    ...integration,
    credentials: {
      ...integration.credentials,
      url: { type: 'url', env: 'VENDOR_URL', hosts: ['*.upstash.io'] },
    },
  };
  const codes = new Map<string, number>();
  const hosts = [...forms, ...ranges];
  for (const host of hosts) {
    const url = `https://${host}:${server.port}`;
    const { url: _, ...rest } = account.credentials;
    const accounts: [IntegrationDetails, Account][] = [
      [anywhere, { transport, credentials: { ...rest, url } }],
      [bound, { transport, credentials: { ...rest, url } }],
      [
        anywhere,
        { transport, credentials: { ...rest, url: 'https://a.upstash.io' }, baseUrls: { api: url } },
      ],
    ];
    for (const [vendor, as] of accounts) {
      const fn = operation({ integration: vendor, kind: 'write', idempotency: 'none' });
      const error = await execute(fn, {}, as).catch((thrown: unknown) => thrown as KosmoError);
      expect(error).toMatchObject({ outcome: 'not_sent', retryable: false });
      const { code } = error as KosmoError;
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
  }
  console.log(`addresses in accounts: ${3 * hosts.length} calls, ${server.connections()} connections`, codes);
  expect([server.connections(), dials()]).toEqual([0, 0]);
});

test.each([
  [
    'public',
    ['1.1.1.1', '8.8.8.8', '93.184.216.34', '172.15.0.1', '172.32.0.1', '192.167.1.1', '100.128.0.1'],
  ],
  ['public', ['2606:4700::1111', '2a00:1450::1', '2400:cb00::1', '2001:4860:4860::8888']],
  ['loopback', ['127.0.0.1', '127.9.9.9', '::1']],
  ['private', ['10.1.2.3', '172.20.0.1', '192.168.0.1', '100.127.255.255', 'fc00::1', 'fdff::1']],
  ['link-local', ['169.254.0.1', 'fe80::1', 'fe80::1%eth0', 'febf::1']],
  ['reserved', ['', 'localhost', '1.2.3', '01.2.3.4', '4000::1', '100::1', '5f00::1', 'fec0::1', '::']],
])('%s addresses are told apart', (kind, addresses) => {
  for (const address of addresses) expect([address, addressKind(address)]).toEqual([address, kind]);
});
