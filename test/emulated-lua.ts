import { startEmulator } from '@kosmokrator/emulator';
import { documentedAccount } from '@kosmokrator/generator';
import { createLuaHost } from '@kosmokrator/lua';
import { accountFromEnv, createHost, createPolicy, loadCatalog } from '@kosmokrator/runtime/host';
import { packagesFolder } from './repository.js';
import { forget } from './surfaces/surface.js';

/**
 * A Lua host of the generated packages against an emulator, where every write is allowed. The account that the docs name
 * has the credentials of the default one, and accounts that functions make are not kept.
 */
export async function openEmulatedLua() {
  const emulator = await startEmulator();
  const catalog = loadCatalog({ folders: [packagesFolder] });
  const credentials = catalog.integrations.flatMap(({ manifest }) => manifest.credentials);
  // An integration whose accounts others make has none of its own here; credentials of the same names serve.
  const byName = new Map(
    credentials.flatMap(({ name, env: variable }) => {
      const value = emulator.env[variable];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
  const shared = credentials.flatMap(({ name, env: variable }) => {
    const value = byName.get(name);
    return value === undefined ? [] : [[variable, value] as const];
  });
  const env = { ...Object.fromEntries(shared), ...emulator.env };
  const host = createHost({
    catalog,
    env,
    policy: createPolicy({ yes: true }),
    accounts: (operation, name) => ({ ...accountFromEnv(operation.integration, env), name }),
    accountNames: () => [documentedAccount],
    connect: forget,
  });
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
