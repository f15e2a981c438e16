import { type Emulator, startEmulator } from '@kosmokrator/emulator';
import { createLuaHost } from '@kosmokrator/lua';
import { loadCatalog } from '@kosmokrator/host';
import type { Environments } from '@kosmokrator/testing/account-of-environments';
import { packagesFolder } from '@kosmokrator/testing/repository';
import { openDocumentedHost } from './documented-host.js';

/** A Lua host of the generated packages against an emulator, as `openDocumentedHost` makes it. */
export async function openEmulatedLua() {
  const emulator = await startEmulator();
  const host = openDocumentedHost(loadCatalog({ folders: [packagesFolder] }), environmentsOf(emulator));
  const lua = createLuaHost({ host });
  return {
    emulator,
    host,
    lua,
    async close() {
      await lua.close();
      await emulator.close();
    },
  };
}

/** The emulator's variables by the integration that they are for. */
function environmentsOf({ env }: Emulator): Environments {
  const { UPSTASH_REDIS_REST_URL, UPSTASH_REDIS_REST_TOKEN } = env;
  return {
    upstash: env,
    planetscale: env,
    'upstash-redis-start': {
      ...env,
      // Its databases are made by a call and are gone after a reset, so that the examples use the one that stays.
      UPSTASH_REDIS_START_URL: UPSTASH_REDIS_REST_URL,
      UPSTASH_REDIS_START_TOKEN: UPSTASH_REDIS_REST_TOKEN,
    },
  };
}
