import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import type { getKey as GetKey } from '../testing/one-call.js';

/** What a worker has; nothing of Node. */
const web = { AbortController, btoa, clearTimeout, crypto, setTimeout, TextDecoder, TextEncoder, URL };

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../testing/one-call.ts', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    // Fails on an import of a Node built-in.
    platform: 'neutral',
    format: 'iife',
    globalName: 'vendor',
    target: 'es2022',
  });
  return outputFiles[0]!.text;
}

test('one call bundles without Node built-ins and runs where there are none', async () => {
  const code = await bundle();
  const { getKey } = runInContext(`${code};vendor`, createContext(web)) as { getKey: typeof GetKey };
  const sent: string[] = [];
  const account = {
    credentials: { url: 'https://a.vendor.example', token: 't' },
    transport: {
      async send({ url, body = '' }: { url: string; body?: string | undefined }) {
        sent.push(url, body);
        return { status: 200, headers: {}, body: new TextEncoder().encode('{"result":"v"}') };
      },
    },
  };
  expect(await getKey({ key: 'k' }, account)).toEqual({ key: 'k', value: 'v' });
  expect(sent).toEqual(['https://a.vendor.example', '["GET","k"]']);
  await expect(getKey({ key: '' }, account)).rejects.toMatchObject({
    code: 'invalid_argument',
    param: 'key',
  });
});

// The goal is 5,000 bytes; the operation contract has to let more be left out before that is in reach.
test('one call does not grow', async () => {
  const code = await bundle();
  const bytes = gzipSync(code, { level: 9 }).length;
  console.log(`one-call bundle: ${code.length} bytes minified, ${bytes} bytes gzipped (goal: 5,000)`);
  expect(bytes).toBeLessThan(11_500);
});
