import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { type Certificate, makeCertificates } from '@kosmokrator/testing/certificates';

const certificates = await makeCertificates();
const probe = fileURLToPath(new URL('../../testing/tls-probe.ts', import.meta.url));

async function serve({ key, cert }: Certificate, asked: () => void): Promise<string> {
  const server = createServer({ key, cert }, (_, response) => {
    asked();
    response.end('"ok"');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const failures: ['expired' | 'wrongHost' | 'selfSigned', string][] = [
  ['expired', 'CERT_HAS_EXPIRED'],
  ['wrongHost', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['selfSigned', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
];

test('a bad certificate ends a call at the first attempt, before it is sent', async () => {
  const authority = fileOf(certificates.authority.cert);
  let good = 0;
  let bad = 0;
  const urls = [await serve(certificates.good, () => (good += 1))];
  for (const [name] of failures) urls.push(await serve(certificates[name], () => (bad += 1)));
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: authority };
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', probe, ...urls], {
    env,
  });
  const results = JSON.parse(stdout) as { name: string; result: unknown }[];
  const ends = ['fetch', 'undici'].map((name) => results.filter((one) => one.name === name));
  for (const [first, ...others] of ends) {
    expect(first?.result).toBe('ok');
    expect(others.map(({ result }) => result)).toEqual(
      failures.map(([, code]) =>
        expect.objectContaining({
          code: 'network_error',
          message: expect.stringMatching(`cannot be reached: ${code}$`),
          outcome: 'not_sent',
          retryable: false,
          attempts: 1,
        }),
      ),
    );
  }
  console.log(`bad certificates: ${results.length - 2} of 6 refused, ${bad} requests`);
  expect([good, bad]).toEqual([2, 0]);
});

/** A file for the length of one test. */
function fileOf(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'kosmo-tls-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'authority.pem');
  writeFileSync(file, text);
  return file;
}
