/**
 * A script that ends at the moment of its time limit, in a process that has nothing else to do. Prints how it ended, as
 * JSON. The main thread stands still from before the end of the script until after the limit, so that it learns of both at
 * once. Plain JavaScript, since a loader would keep the process alive.
 */
import { createHost, createPolicy, loadCatalog } from '@kosmokrator/host';
import { createLuaHost } from '../../dist/index.js';

const timeoutMs = 200;
const catalog = {
  ...loadCatalog({ folders: [] }),
  get integrations() {
    setImmediate(() => {
      for (const until = performance.now() + 2 * timeoutMs; performance.now() < until;);
    });
    return [];
  },
};
const host = createHost({ catalog, env: {}, policy: createPolicy({}) });
const lua = createLuaHost({ host, limits: { timeoutMs } });
const { ok, error } = await lua.run('return tostring(app.integrations)');
await lua.close();
process.stdout.write(JSON.stringify({ ok, error }));
