import { execute, fetchTransport } from '../src/index.js';
import { undiciTransport } from '../src/undici/index.js';
import { account, operation } from './operation.js';

/**
 * Calls each URL of the command line over both transports and prints how each call ended. A process of its own,
 * since Node reads NODE_EXTRA_CA_CERTS once, when it starts.
 */
const undici = undiciTransport();
const results = [];
for (const url of process.argv.slice(2)) {
  for (const [name, transport] of Object.entries({ fetch: fetchTransport, undici })) {
    const as = { ...account, transport, allowLoopbackHttp: true, baseUrls: { api: url } };
    const result = await execute(operation(), {}, as).catch((error: unknown) => error);
    results.push({ name, result });
  }
}
await undici.close();
console.log(JSON.stringify(results));
