/**
 * What a thousand installed integrations (7,000 functions) cost a host: its start beside one without integrations, as
 * whole processes in turn, and the first call to one of them beside the next; and the same for integrations with hundreds of
 * functions.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installMany } from '@kosmokrator/testing/install/install-many';
import { installSpecs } from '@kosmokrator/testing/install/install-specs';
import { measure, median } from './generate/measure.js';
import { writeLargeIntegration } from '@kosmokrator/testing/synthetic-specs';
import { printTable } from './shared/print-table.js';

const rounds = 7;
const count = 1000;
const largeCount = 300;
const program = (name: string) => fileURLToPath(new URL(`load/${name}.mjs`, import.meta.url));

/** For each integration, the milliseconds of its calls in turn. */
interface Calls {
  readonly calls: readonly (readonly number[])[];
  readonly scripts: readonly (readonly number[])[];
  readonly large: readonly (readonly number[])[];
  readonly modules: number;
  readonly largeModules: number;
}

const root = mkdtempSync(join(tmpdir(), 'kosmo-load-'));
const [many, none] = [join(root, 'many'), join(root, 'none')];
const table = [['', 'median', 'beside', 'goal', '']];
const installed = await installSpecs((specs) => writeLargeIntegration(specs, largeCount));
try {
  mkdirSync(none);
  installMany(many, count);
  await measureStart();
  await measureFirstCalls(installed.folder);
} finally {
  installed.remove();
  rmSync(root, { recursive: true });
}
printTable(table);

async function measureStart(): Promise<void> {
  const [bare, empty, full]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round += 1) {
    bare.push((await measure(['-e', '0'])).milliseconds);
    empty.push((await measure([program('start-host'), none])).milliseconds);
    full.push((await measure([program('start-host'), many])).milliseconds);
  }
  const ratio = median(full) / median(empty);
  const beside = `${show(median(empty))} ms with none, node -e 0: ${show(median(bare))} ms`;
  row(`start of a host of ${count.toLocaleString('en-US')}`, `${show(median(full))} ms`, beside);
  row('  beside an empty one', `${ratio.toFixed(2)} x`, '', '2 x', ratio <= 2);
}

async function measureFirstCalls(largeFolder: string): Promise<void> {
  const runs: Calls[] = [];
  const atOnce: Calls[] = [];
  const runFirst = async (settle: string) =>
    JSON.parse((await measure([program('first-call'), settle, many, largeFolder])).stdout) as Calls;
  for (let round = 0; round < rounds; round += 1) {
    runs.push(await runFirst('500'));
    atOnce.push(await runFirst('0'));
  }
  for (const [name, kind] of [
    ['call', 'calls'],
    ['script', 'scripts'],
  ] as const) {
    // The very first one of a process also warms up what all integrations share.
    const others = runs.flatMap((run) => run[kind].slice(1));
    rowOfFirst(`first ${name} to an integration`, others);
    const [coldest, beside] = [runs, atOnce].map((some) =>
      median(some.map(({ [kind]: [times] }) => times![0]! - times![1]!)),
    );
    const note = `+${show(beside!)} ms while a worker starts`;
    row(`  the first of all in its process`, `+${show(coldest!)} ms`, note, '20 ms', coldest! <= 20);
  }
  rowOfFirst(
    `first call to an integration of ${largeCount} functions`,
    runs.flatMap((run) => run.large),
  );
  // Three modules of a package: what its functions share, the list of them, and the one that is called.
  const loaded = runs.map(({ modules, largeModules }) => modules / 10 === 3 && largeModules === 3);
  row(
    'modules loaded by a first call',
    `${runs[0]!.modules / 10}`,
    `${runs[0]!.largeModules} of the ${largeCount} functions`,
    '3',
    loaded.every(Boolean),
  );
}

/** The first and the next of several calls. */
function rowOfFirst(name: string, calls: Calls['calls']): void {
  const [first = NaN, next = NaN] = [0, 1].map((nth) => median(calls.map((times) => times[nth]!)));
  const more = first - next;
  row(name, `+${show(more)} ms`, `${show(first)} ms, then ${show(next)} ms`, '20 ms', more <= 20);
}

function row(name: string, figure: string, beside: string, goal = '', held?: boolean): void {
  table.push([name, figure, beside, goal, held === undefined ? '' : held ? 'held' : 'MISSED']);
}

function show(value: number): string {
  return value.toFixed(1);
}
