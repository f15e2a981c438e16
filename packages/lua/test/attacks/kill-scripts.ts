/**
 * Kills scripts and prints what is left of them, as JSON: `kill-scripts.ts <kills>`. A process of its own, since a test
 * runner has memory that comes and goes. Needs `--expose-gc`.
 */
import { createLuaHost } from '../../dist/index.js';
import { openAnsweredHost } from '../../testing/answered-host.js';

export interface KillReport {
  readonly seconds: number;
  /** Scripts that did not end at the limit. */
  readonly others: number;
  /** Resident memory of the process in bytes. */
  readonly before: number;
  readonly after: number;
}

const warmUp = 50;
const { host, remove } = openAnsweredHost();

await killScripts(warmUp);
const before = await settled();
const started = performance.now();
const others = await killScripts(Number(process.argv[2]));
const seconds = (performance.now() - started) / 1000;
const report: KillReport = { seconds, others, before, after: await settled() };
remove();
process.stdout.write(JSON.stringify(report));

/** Two at a time, on a host that is closed afterwards, since a worker that waits has memory, too. */
async function killScripts(count: number): Promise<number> {
  const lua = createLuaHost({ host, limits: { timeoutMs: 20 } });
  let left = count;
  let ended = 0;
  const killOneByOne = async () => {
    while ((left -= 1) >= 0) {
      const { error } = await lua.run(
        'local t = {} while true do t[#t + 1] = {} t[#t + 1] = ("x"):rep(100) .. #t end',
      );
      if (error?.code === 'limit_exceeded') ended += 1;
    }
  };
  await Promise.all([killOneByOne(), killOneByOne()]);
  await lua.close();
  return count - ended;
}

/** Once the collector has been through, a few times over since threads end in the background. */
async function settled(): Promise<number> {
  const seen: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    globalThis.gc!();
    await new Promise((resolve) => setTimeout(resolve, 200));
    seen.push(process.memoryUsage.rss());
  }
  return Math.min(...seen);
}
