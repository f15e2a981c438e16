import { startEmulator } from '@kosmokrator/emulator';
import { createLuaHost } from '@kosmokrator/lua';
import { loadCatalog } from '@kosmokrator/host';
import { openDocumentedHost } from './documented-host.js';
import { packagesFolder } from '@kosmokrator/testing/repository';

/** A Lua host of the generated packages against an emulator, as `openDocumentedHost` makes it. */
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
  const host = openDocumentedHost(catalog, env);
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
