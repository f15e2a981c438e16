import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountNames, accountResolver, accountSink, openAccountStore } from '@kosmokrator/host/accounts';
import { createHost, createPolicy, type HostOptions, loadCatalog } from '@kosmokrator/host';
import { onTestFinished } from 'vitest';

/** A folder for one test, as `KOSMO_HOME`. */
export function temporaryHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'kosmo-start-redis-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return home;
}

/** A host that keeps what functions make in a store of its own. */
export function openStore(
  env: Readonly<Record<string, string>> = {},
  options: Partial<HostOptions> = {},
  now = Date.now,
) {
  const own = { KOSMO_KEYCHAIN: 'off', KOSMO_HOME: temporaryHome(), ...env };
  const catalog = loadCatalog();
  const store = openAccountStore({ env: own, now });
  const host = createHost({
    catalog,
    env: own,
    policy: createPolicy({ yes: true }),
    accounts: accountResolver(store),
    accountNames: accountNames(store),
    connect: accountSink(store, catalog),
    ...options,
  });
  return { env: own, catalog, store, host };
}
