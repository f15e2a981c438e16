/** Kills many scripts on the built package, and looks at what is left of them. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { KillReport } from './kill-scripts.js';

const kills = 1000;
const mostMegabytes = 20;
const program = fileURLToPath(new URL('./kill-scripts.ts', import.meta.url));

test(`memory is back after ${kills} kills`, async () => {
  const args = ['--expose-gc', '--import', 'tsx', program, String(kills)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const { seconds, others, before, after } = JSON.parse(stdout) as KillReport;
  const grown = (after - before) / 2 ** 20;
  console.log(
    `attacks: ${kills} kills in ${seconds.toFixed(0)} s; memory of the process ${mb(before)} MB before, ` +
      `${mb(after)} MB after: ${grown.toFixed(1)} MB more (at most ${mostMegabytes})`,
  );
  expect(others).toBe(0);
  expect(grown).toBeLessThan(mostMegabytes);
}, 900_000);

const mb = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
