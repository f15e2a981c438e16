/**
 * How fast the Lua host is. Each figure is a median, stands beside what it is to be compared with, and is of the same
 * minutes as all others; the goals are those of the project.
 */
import { fileURLToPath } from 'node:url';
import { createLuaHost } from '@kosmokrator/lua';
import { measure, median } from './generate/measure.js';
import { type KernelTimes, measureCompute, measureFresh } from './lua/compute.js';
import { answeringHost, measureCalls, memoryHost } from './lua/host-calls.js';
import { printTable } from './shared/print-table.js';

const rounds = 5;
const host = answeringHost();

const bare: number[] = [];
const cold: number[] = [];
const memory: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  bare.push((await measure(['-e', '0'])).milliseconds);
  cold.push(await timeFirstScript());
  memory.push(await measureWorkerMemory());
}
const bareMs = median(bare);
const table = [['', 'median', 'beside', 'goal', '']];
row('worker: start to the end of its first script', `${fixed(median(cold))} ms`, {
  beside: `node -e 0: ${fixed(bareMs)} ms`,
});
row('worker: memory', `${fixed(median(memory))} MiB`);

const lua = createLuaHost({ host });
const warm = await timeWarmScripts();
row('script: return 1, fresh state, warm worker', `${warm.toFixed(2)} ms`, {
  goal: '2 ms',
  held: warm <= 2,
});
const whole = await measureCalls(memoryHost(), rounds);
for (const [name, cost] of [
  ['host call: the bridge alone', await measureCalls(host, rounds)],
  ['host call: get_key over a transport in memory', whole],
] as const) {
  row(name, `${fixed(cost.median)} µs`, { goal: '60 µs', held: cost.median <= 60 });
  row('', `${count(cost.perSecond)} /s`, { goal: '15,000 /s', held: cost.perSecond >= 15_000 });
}
const kernels = await measureCompute(lua, rounds);
await lua.close();
for (const { name, sandbox, native } of kernels) {
  const beside = Object.entries(native).map(([program, ms]) => `${program}: ${fixed(ms)} ms`);
  row(`compute: ${name}`, `${fixed(sandbox)} ms CPU`, { beside: beside.join(', ') });
}
const atOnce = await medianOf(() => measureFresh(host, 0));
const rested = await medianOf(() => measureFresh(host, 500));
row('compute: fib on a worker that has just started', `${fixed(atOnce)} ms CPU`, {
  beside: `after half a second of rest: ${fixed(rested)} ms`,
});
ratioRow('lua5.4', 1.6);
ratioRow('luajit');
printTable(table);

interface Beside {
  readonly beside?: string;
  readonly goal?: string;
  readonly held?: boolean;
}

function row(name: string, figure: string, { beside = '', goal = '', held }: Beside = {}): void {
  table.push([name, figure, beside, goal, held === undefined ? '' : held ? 'held' : 'MISSED']);
}

/** The geometric mean over the kernels. */
function ratioRow(program: keyof KernelTimes['native'], most?: number): void {
  const name = `compute: beside ${program}, geometric mean`;
  const ratios = kernels.flatMap(({ sandbox, native }) => sandbox / (native[program] ?? Number.NaN));
  const ratio = Math.exp(ratios.reduce((sum, value) => sum + Math.log(value), 0) / ratios.length);
  if (Number.isNaN(ratio)) return row(name, 'skipped', { beside: `no ${program} on the path` });
  row(name, `${ratio.toFixed(2)} x`, most === undefined ? {} : { goal: `${most} x`, held: ratio <= most });
}

async function medianOf(measureOnce: () => Promise<number>): Promise<number> {
  const values: number[] = [];
  for (let round = 0; round < rounds; round += 1) values.push(await measureOnce());
  return median(values);
}

async function timeFirstScript(): Promise<number> {
  const start = performance.now();
  const fresh = createLuaHost({ host });
  await fresh.run('return 1');
  const milliseconds = performance.now() - start;
  await fresh.close();
  return milliseconds;
}

async function timeWarmScripts(): Promise<number> {
  const times: number[] = [];
  for (let script = 0; script < 200; script += 1) {
    const start = performance.now();
    await lua.run('return 1');
    times.push(performance.now() - start);
  }
  return median(times.slice(50));
}

/** In a process of its own, which has not grown for anything else. */
async function measureWorkerMemory(): Promise<number> {
  const program = fileURLToPath(new URL('lua/worker-memory.ts', import.meta.url));
  return Number((await measure(['--import', 'tsx', program])).stdout);
}

function fixed(value: number): string {
  return value.toFixed(1);
}

function count(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}
