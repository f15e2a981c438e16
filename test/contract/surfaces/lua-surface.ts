import { createLuaHost } from '@kosmokrator/lua';
import { createHost, createPolicy, loadCatalog } from '@kosmokrator/host';
import { forget, hostEnvironment } from './surface.js';
import type { OpenSurface } from './surface.js';

/** A script that calls by the short name with the arguments that the host hands it. */
export const openLua: OpenSurface = async (integration, baseUrl) => {
  const env = hostEnvironment(integration, baseUrl);
  const host = createHost({
    catalog: await loadCatalog(),
    env,
    connect: forget,
    policy: createPolicy({ yes: true }),
  });
  const lua = createLuaHost({ host });
  return {
    async call(fn, args) {
      const script = `return app.integrations.${integration.namespace}.${fn.name}(args)`;
      const run = await lua.run(script, { args });
      if (run.ok) return { result: run.result };
      // Only a script has lines.
      return { error: { ...run.error, line: undefined } };
    },
    close: () => lua.close(),
  };
};
