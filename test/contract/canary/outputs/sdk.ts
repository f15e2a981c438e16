import { type Account, accountFromEnv, execute, keepSecrets } from '@kosmokrator/runtime';
import { createApprovals, createRedactor } from '@kosmokrator/host';
import { undiciTransport } from '@kosmokrator/runtime/undici';
import { describe, expect, test } from 'vitest';
import { packageModule } from '@kosmokrator/testing/repository';
import { expectNone } from '../appearances.js';
import { functions, waysOf } from '../calls.js';
import type { LeakyHost } from '../leaky-host.js';
import { operations } from '../leaky-operations.js';
import { show } from '../show.js';

const toServer = functions.filter((name) => !name.endsWith('_host'));

/** Results, errors, accounts and clients of generated code. */
export function testSdk({ canary, tenant, env, requests }: LeakyHost): void {
  describe('SDK', () => {
    // The SDK stays small. It knows no HTML, nor the other alphabet of base64: a token of letters, digits, - and _
    // comes to the same in them. Hosts know both.
    const isForSdk = (way: string) => /^\w+$/.test(canary) || !/html|base64/.test(way);

    const sdkAccount = (): Account => ({
      ...accountFromEnv(operations['get_bearer']!.integration, env()),
      maxRetries: 0,
    });

    test.each([
      ['fetch', undefined],
      ['undici', undiciTransport()],
    ])('over %s: results, responses and errors of every misbehaviour', async (_transport, transport) => {
      const account = { ...sdkAccount(), timeoutMs: 500, ...(transport && { transport }) };
      const outputs: Record<string, string> = { account: show(account) };
      const before = requests();
      for (const name of functions) {
        for (const how of waysOf(name).filter(isForSdk)) {
          const ended = execute(operations[name]!, { how }, account).withResponse();
          outputs[`${name} ${how}`] = show(await ended.catch((error: unknown) => error));
        }
      }
      expect(requests() - before).toBe(toServer.flatMap(waysOf).filter(isForSdk).length);
      expect(outputs['get_host status']).toMatch(/https:\/\/\[redacted\]\.a+\.invalid cannot be reached/);
      expect(outputs['get_bearer echo-body']).toContain('Bearer [redacted]');
      expectNone(canary, outputs);
    });

    test.each([
      ['a line break', { token: `${canary}\r\nx: y` }],
      ['a character beyond ASCII', { token: `${canary}é` }],
      ['a lone surrogate', { token: `${canary}\ud800` }],
      ['a user in the URL', { url: `https://x:${canary}@x.example` }],
      ['a query in the URL', { url: `https://x.example/?t=${encodeURIComponent(canary)}` }],
      ['another host', { url: `https://${tenant}.elsewhere` }],
      ['no URL', { url: canary }],
    ])('a credential with %s', async (_what, wrong) => {
      const { credentials } = sdkAccount();
      const account = { credentials: { ...credentials, ...wrong } };
      const operation = operations['get_url']!;
      const error: unknown = await execute(operation, { how: 'hang' }, account).catch(
        (failed: unknown) => failed,
      );
      expect(error).toMatchObject({ code: 'missing_credentials' });
      expectNone(canary, { [`error of ${JSON.stringify(Object.keys(wrong))}`]: show(error) });
    });

    test('a base URL, a transport and a signal that carry it', async () => {
      const leak = new Error(`invalid header Bearer ${canary}`, { cause: { canary } });
      const send = () => Promise.reject(Object.assign(leak, { headers: { authorization: canary } }));
      const accounts: Record<string, Account> = {
        transport: { ...sdkAccount(), transport: { send } },
        'base URL': {
          ...sdkAccount(),
          baseUrls: { bearer: `https://x.example/#${encodeURIComponent(canary)}` },
        },
      };
      const outputs: Record<string, string> = {};
      for (const [name, account] of Object.entries(accounts)) {
        const error: unknown = await execute(operations['get_bearer']!, { how: 'x' }, account).catch(
          (e: unknown) => e,
        );
        expect(error).toBeInstanceOf(Error);
        outputs[name] = show(error);
      }
      expectNone(canary, outputs);
    });

    test('a client, its account and its options', async () => {
      const { Upstash } = (await import(packageModule('upstash'))) as {
        Upstash: new (options: object) => object;
      };
      const { integration } = operations['get_bearer']!;
      const account = keepSecrets(integration, { credentials: { token: canary, email: 'x' } });
      const redactor = createRedactor([canary]);
      const approvals = createApprovals();
      expect(show(account)).toContain('[redacted]');
      const outputs = {
        client: new Upstash({ redisToken: canary, apiKey: canary }),
        account,
        redactor,
        approvals,
      };
      expectNone(
        canary,
        Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, show(value)])),
      );
    });
  });
}
