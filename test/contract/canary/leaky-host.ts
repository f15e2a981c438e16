import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Catalog, loadCatalog } from '@kosmokrator/host';
import { afterAll, beforeAll } from 'vitest';
import { servedApis } from './calls.js';
import { installLeaky } from './install-leaky.js';
import { startLeakyServer } from './leaky-server.js';

/** A machine on which the leaky integration is installed, and whose credential is the canary. */
export interface LeakyHost {
  readonly canary: string;
  /** The letters and digits of the canary, as a part of a host name. What is wrong with it is told without telling what it is. */
  readonly tenant: string;
  /** `KOSMO_HOME`. */
  readonly home: string;
  readonly catalog: Catalog;
  /** Where the leaky service is, and how many requests reached it: both from the first test on. */
  url(): string;
  requests(): number;
  /** What a process has as its environment: the canary, and the way to the service. */
  env(): Record<string, string>;
}

/** Starts the service for the tests of this file, and gives a function that makes a host for one canary. */
export function leakyHosts(): (canary: string) => LeakyHost {
  const installed = installLeaky();
  const catalog = loadCatalog({ folders: [installed.folder] });
  let server: Awaited<ReturnType<typeof startLeakyServer>>;
  beforeAll(async () => void (server = await startLeakyServer()));
  afterAll(async () => {
    await server.close();
    installed.remove();
  });

  return (canary) => {
    const home = mkdtempSync(join(tmpdir(), 'kosmo-canary-'));
    afterAll(() => rmSync(home, { recursive: true }));
    const tenant = canary.replaceAll(/\W/g, '');
    const url = () => server.url;
    const settings = { KOSMO_HOME: home, KOSMO_INTEGRATIONS_PATH: installed.folder };
    const env = () => ({ ...settings, ...leakyEnv(canary, tenant, url()) });
    return { canary, tenant, home, catalog, url, requests: () => server.requests(), env };
  };
}

function leakyEnv(canary: string, tenant: string, url: string): Record<string, string> {
  const urls = servedApis.map((api) => [`KOSMO_LEAKY_${api.toUpperCase()}_BASE_URL`, url]);
  return {
    KOSMO_KEYCHAIN: 'off',
    KOSMO_ALLOW_LOOPBACK_HTTP: '1',
    LEAKY_EMAIL: 'ada@example.com',
    LEAKY_TOKEN: canary,
    LEAKY_TENANT: tenant,
    LEAKY_URL: url,
    ...(Object.fromEntries(urls) as Record<string, string>),
  };
}
