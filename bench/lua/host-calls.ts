import { createLuaHost } from '@kosmokrator/lua';
import { createHost, createPolicy, type Host, loadCatalog } from '@kosmokrator/host';
import { median } from '../generate/measure.js';

const calls = 5000;
const script = `
local get_key = app.integrations.upstash.get_key
for _ = 1, args.calls do
  get_key({ key = "user:7" })
end`;

/** What one host call costs a script, everything between two calls included. */
export interface CallCost {
  /** Microseconds. */
  readonly median: number;
  readonly perSecond: number;
}

/** A host without network: `get_key` of the real package over a transport in memory. */
export function memoryHost(): Host {
  const reply = {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: new TextEncoder().encode('{"result":"Ada Lovelace"}'),
  };
  const env = { UPSTASH_REDIS_REST_URL: 'https://bench.upstash.io', UPSTASH_REDIS_REST_TOKEN: 'token' };
  return createHost({
    catalog: loadCatalog(),
    env,
    policy: createPolicy({ yes: true }),
    transport: { send: async () => reply },
  });
}

/** The same, with calls that are answered at once: what is left is the bridge between script and host. */
export function answeringHost(): Host {
  const answer = { key: 'user:7', value: 'Ada Lovelace' };
  return { ...memoryHost(), call: async () => answer };
}

/** Medians of `rounds` scripts of 5,000 calls each, after one to warm up. */
export async function measureCalls(host: Host, rounds: number): Promise<CallCost> {
  const starts: number[] = [];
  const timed: Host = {
    ...host,
    call(...call) {
      starts.push(performance.now());
      return host.call(...call);
    },
  };
  const lua = createLuaHost({ host: timed, limits: { calls } });
  const costs: CallCost[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    starts.length = 0;
    const { error } = await lua.run(script, { args: { calls } });
    if (error !== null) throw new Error(error.message);
    const gaps = starts.slice(1).map((start, index) => start - starts[index]!);
    const milliseconds = starts.at(-1)! - starts[0]!;
    if (round > 0)
      costs.push({ median: median(gaps) * 1000, perSecond: (gaps.length / milliseconds) * 1000 });
  }
  await lua.close();
  return {
    median: median(costs.map((cost) => cost.median)),
    perSecond: median(costs.map((cost) => cost.perSecond)),
  };
}
