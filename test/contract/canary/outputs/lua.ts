import { createLuaHost } from '@kosmokrator/lua';
import {
  accountNames,
  accountResolver,
  describeIntegration,
  openAccountStore,
} from '@kosmokrator/host/accounts';
import { type AccountResolver, createHost, createPolicy } from '@kosmokrator/host';
import { undiciTransport } from '@kosmokrator/runtime/undici';
import { expect, test } from 'vitest';
import { expectNone } from '../appearances.js';
import { functions, servedApis, ways, waysOf } from '../calls.js';
import type { LeakyHost } from '../leaky-host.js';
import { pryingScript } from '../prying-script.js';
import { show } from '../show.js';

const limits = { outputBytes: 32 * 2 ** 20, resultBytes: 32 * 2 ** 20, timeoutMs: 120_000 };

/** What a script can read and print. */
export function testLua({ canary, catalog, url, env }: LeakyHost): void {
  test('Lua: values, output, result and errors of a script that pries', async () => {
    const transport = undiciTransport();
    const store = openAccountStore({ env: env() });
    const description = await describeIntegration(catalog, 'leaky');
    const baseUrls = Object.fromEntries(servedApis.map((api) => [api, url()]));
    await store.set(description, 'stored', { token: canary, email: 'x', url: url() }, { baseUrls });
    const find = accountResolver(store);
    const accounts: AccountResolver = async (operation, name) => ({
      ...(await find(operation, name)),
      maxRetries: 0,
    });
    const withStore = { accounts, accountNames: accountNames(store) };
    const policy = createPolicy({ yes: true });
    const host = createHost({ catalog, env: env(), policy, transport, timeoutMs: 500, ...withStore });
    const lua = createLuaHost({ host, limits });
    const outputs: Record<string, string> = {};
    for (const name of functions) {
      const run = await lua.run(pryingScript([name], waysOf(name)));
      expect(run.calls).toHaveLength(waysOf(name).length);
      Object.assign(outputs, {
        [name]: show(run),
        [`${name} output`]: run.output,
        [`${name} result`]: show(run.result),
      });
    }
    const stored = await lua.run(pryingScript(['get_bearer'], ways, '.stored'));
    expect(stored.calls.filter(({ account }) => account === 'stored')).toHaveLength(ways.length);
    outputs['stored account'] = show(stored);
    const uncaught = await lua.run('app.integrations.leaky.get_bearer({ how = "message-400" })');
    expect(uncaught.error).toMatchObject({ code: 'api_error' });
    outputs['uncaught'] = show(uncaught);
    for (const cut of [40, 50, 60, 70]) {
      const few = createLuaHost({ host, limits: { outputBytes: cut } });
      const run = await few.run(
        'pcall(function() error(app.integrations.leaky.get_bearer({ how = "echo-body" })) end) print(("x"):rep(30) .. args.text)',
        { args: { text: canary } },
      );
      outputs[`output cut at ${cut}`] = run.output;
      await few.close();
    }
    await lua.close();
    expect(outputs['get_bearer output']).toContain('Bearer [redacted]');
    expectNone(canary, outputs);
  });
}
