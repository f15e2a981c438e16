/**
 * How fast the generator is, as a process from start to end: all targets, formatted and written.
 * Each row stands beside a bare `node -e 0` of the same minutes, because machines differ.
 */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measure, type Measurement, median } from './generate/measure.js';
import { printTable } from './shared/print-table.js';
import {
  writeLargeIntegration,
  writeManyIntegrations,
  writeRealSpecs,
} from '@kosmokrator/testing/synthetic-specs';

const cli = fileURLToPath(new URL('../generator/dist/bundle/cli.js', import.meta.url));
const rounds = 5;

interface Kind {
  readonly name: string;
  readonly writeSpecs: (folder: string) => void;
}

const kinds: Kind[] = [
  { name: '2 real specs', writeSpecs: writeRealSpecs },
  { name: '1 integration of 193', writeSpecs: (folder) => writeLargeIntegration(folder, 193) },
  { name: '1,000 integrations of 7', writeSpecs: (folder) => writeManyIntegrations(folder, 1000) },
];
const heads = ['', 'functions', 'files', 'bytes', 'ms', 'functions/s', 'peak MiB', 'node -e 0, ms', 'ratio'];

const root = mkdtempSync(join(tmpdir(), 'kosmo-bench-'));
mkdirSync(join(root, 'node_modules'));
const table = [heads];
try {
  for (const [index, kind] of kinds.entries())
    table.push(...(await runKind(kind, join(root, String(index)))));
} finally {
  rmSync(root, { recursive: true });
}
printTable(table);

async function runKind({ name, writeSpecs }: Kind, folder: string): Promise<string[][]> {
  const specs = join(folder, 'specs');
  // A folder for each round: creating files is slow where as many have just been deleted.
  const out = (round: number): string => join(folder, `packages-${round}`);
  const args = (round: number): string[] => [cli, 'generate', '--specs', specs, '--out', out(round)];
  writeSpecs(specs);

  const full = await runRounds(args);
  const [functions = 0, files = 0] =
    /(\d+) functions, (\d+) files/.exec(full.stdout)?.slice(1).map(Number) ?? [];
  const nothing = await runRounds(() => args(rounds));
  const one = await runRounds((round) => {
    changeOneFunction(specs, round);
    return args(rounds);
  });
  const size = [show(functions), show(files), show(countBytes(out(rounds)))];
  const rate = show((functions / full.milliseconds) * 1000);
  return [
    [name, ...size, show(full.milliseconds), rate, ...beside(full)],
    ['  nothing changed', '', '', '', show(nothing.milliseconds), '', ...beside(nothing)],
    ['  one function changed', '', '', '', show(one.milliseconds), '', ...beside(one)],
  ];
}

interface Rounds extends Measurement {
  /** Milliseconds of a bare node, measured in turn with the runs. */
  readonly baseline: number;
}

/** The median of the rounds; the peak of memory is of one more run, which reports it. */
async function runRounds(args: (round: number) => readonly string[]): Promise<Rounds> {
  const bare: number[] = [];
  const runs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    bare.push((await measure(['-e', '0'])).milliseconds);
    runs.push((await measure(args(round))).milliseconds);
  }
  const { mebibytes, stdout } = await measure(args(rounds), { peak: true });
  return { milliseconds: median(runs), baseline: median(bare), mebibytes, stdout };
}

function beside({ mebibytes, baseline, milliseconds }: Rounds): string[] {
  return [show(mebibytes), show(baseline), `${(milliseconds / baseline).toFixed(1)} x`];
}

function changeOneFunction(specs: string, round: number): void {
  const functions = join(specs, readdirSync(specs).toSorted()[0] ?? '', 'functions');
  const file = join(functions, readdirSync(functions).toSorted()[0] ?? '');
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(
    /^description: .*$/m,
    `description: Changed for the benchmark, round ${round}.`,
  );
  if (changed === text) throw new Error(`${file} has no description to change`);
  writeFileSync(file, changed);
}

function countBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

function show(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}
