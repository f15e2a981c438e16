/** Kills many scripts on the built package, and looks at what is left of them. */
import { memoryUsage } from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, expect, test } from 'vitest';
import { createLuaHost } from '../dist/index.js';
import { openAnsweredHost } from '../fixtures/answered-host.js';

const kills = 1000;
const warmUp = 50;
const most = 20;
const { host, remove } = openAnsweredHost();

afterAll(remove);

// Two at a time, and each has taken memory when its time is up.
test(`memory is back after ${kills} kills`, async () => {
  const lua = createLuaHost({ host, limits: { timeoutMs: 20 } });
  await killScripts(lua, warmUp);
  const before = await settled();
  const started = performance.now();
  await killScripts(lua, kills);
  const seconds = (performance.now() - started) / 1000;
  const after = await settled();
  await lua.close();
  const grown = after - before;
  console.log(
    `attacks: ${kills} kills in ${seconds.toFixed(0)} s; memory of the process ${mb(before)} MB before, ` +
      `${mb(after)} MB after: ${mb(grown)} MB more`,
  );
  expect(grown / 2 ** 20).toBeLessThan(most);
}, 900_000);

async function killScripts(lua: ReturnType<typeof createLuaHost>, count: number): Promise<void> {
  let left = count;
  const killOneByOne = async () => {
    while ((left -= 1) >= 0) {
      const { error } = await lua.run(
        'local t = {} while true do t[#t + 1] = {} t[#t + 1] = ("x"):rep(100) .. #t end',
      );
      expect(error).toMatchObject({ code: 'limit_exceeded' });
    }
  };
  await Promise.all([killOneByOne(), killOneByOne()]);
}

/** Resident memory once the collector has been through, a few times over since threads end in the background. */
async function settled(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const seen: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 200));
    seen.push(memoryUsage.rss());
  }
  return Math.min(...seen);
}

const mb = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
