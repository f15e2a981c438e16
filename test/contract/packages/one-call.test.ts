import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bundleCall } from '@kosmokrator/testing/bundle-call';
import { nodeBinaries } from './node-binaries.js';

/** Bytes of a one-call bundle, minified and gzipped with `gzip -9`. More is a regression. */
const goal = 6_000;

const folder = mkdtempSync(join(tmpdir(), 'kosmo-bundle-'));
const requests: string[] = [];
let busy = 0;
const server = createServer((request, reply) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () => {
    requests.push(`${request.method} ${request.url} ${request.headers.authorization} ${body}`);
    reply.statusCode = busy-- > 0 ? 503 : 200;
    reply.setHeader('x-request-id', 'r-1').end('{"result":"on a server"}');
  });
});
let account: object;

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const redisUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  account = { redisUrl, redisToken: 'canary-token', allowLoopbackHttp: true };
});
beforeEach(() => {
  requests.length = 0;
  busy = 1;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const sent = Array.from({ length: 2 }, () => 'POST / Bearer canary-token ["GET","session:42"]');
const ending = {
  result: { key: 'session:42', value: 'on a server' },
  attempts: 2,
  request_id: 'r-1',
  error: { code: 'invalid_argument', param: 'key', function: 'get_key' },
};

/** A call that is repeated once, with what its reply told, and one that is refused. */
const script = `
async function run(account) {
  const { result, response } = await call(account, { key: 'session:42' }).withResponse();
  const error = await call(account, { key: '' }).catch(({ code, param, function: fn }) => ({ code, param, function: fn }));
  return JSON.stringify({ result, attempts: response.attempts, request_id: response.request_id, error });
}`;

describe('the bundle of one call', () => {
  test('is small', async () => {
    const calls = [
      ['upstash', 'get_key'],
      ['upstash', 'list_keys'],
      ['upstash', 'set_key'],
      ['planetscale', 'list_databases'],
    ] as const;
    const bundles = await Promise.all(calls.map(([integration, fn]) => bundleCall(integration, fn, 'esm')));
    const lines = bundles.map(
      ({ bytes, zipped }, index) =>
        `${calls[index]!.join(' ').padEnd(28)} ${bytes} bytes minified, ${zipped} bytes gzipped`,
    );
    console.log([...lines, `goal for upstash get_key: at most ${goal}`].join('\n'));
    expect(bundles[0]!.zipped).toBeLessThanOrEqual(goal);
  });

  test('runs in a realm that has what workers have, and nothing of Node', async () => {
    const { code } = await bundleCall('upstash', 'get_key', 'iife');
    // oxfmt-ignore
    const worker = {
      AbortController, AbortSignal, Blob, btoa, clearTimeout, crypto, fetch, performance, setTimeout, TextDecoder,
      TextEncoder, URL,
    };
    const run = runInContext(`${code}; const { call } = bundle; ${script}; run`, createContext(worker)) as (
      account: object,
    ) => Promise<string>;
    expect(JSON.parse(await run(account))).toEqual(ending);
    expect(requests).toEqual(sent);
  });

  test.for([{ version: process.versions.node, path: process.execPath, isThere: true }, ...nodeBinaries])(
    'runs on Node $version',
    async ({ version, path, isThere }, { skip }) => {
      skip(!isThere, 'node scripts/fetch-node.mjs fetches this version of Node');
      const { code } = await bundleCall('upstash', 'get_key', 'esm');
      const file = join(folder, `${version}.mjs`);
      writeFileSync(
        file,
        `${code.replace(/export\s*\{(\w+) as call\};?\s*$/, 'const call = $1;')}${script}
console.log(process.version, await run(JSON.parse(process.argv[2])));`,
      );
      const child = spawn(path, [file, JSON.stringify(account)], { stdio: ['ignore', 'pipe', 'inherit'] });
      let output = '';
      for await (const chunk of child.stdout) output += chunk;
      expect(output.split(' ')[0]).toBe(`v${version}`);
      expect(JSON.parse(output.slice(output.indexOf('{')))).toEqual(ending);
      expect(requests).toEqual(sent);
    },
  );
});
