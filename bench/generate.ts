/**
 * How fast the generator is, as a process from start to end: all targets, formatted and written.
 * Each row stands beside a bare `node -e 0` of the same minutes, because machines differ.
 */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measure, median } from './generate/measure.js';
import { writeLargeIntegration, writeManyIntegrations, writeRealSpecs } from './generate/synthetic-specs.js';

const cli = fileURLToPath(new URL('../generator/dist/cli.js', import.meta.url));
const rounds = 5;

interface Row {
  readonly name: string;
  readonly writeSpecs: (folder: string) => void;
  /** Leaves the workspace as the run is to find it; `round` tells the runs apart. */
  readonly prepare: (workspace: string, round: number) => void;
}

const removeOutput = (workspace: string): void => {
  for (const name of ['packages', 'node_modules/.cache']) {
    rmSync(join(workspace, name), { recursive: true, force: true });
  }
};
const changeNothing = (): void => {};
const changeOneFunction = (workspace: string, round: number): void => {
  const specs = join(workspace, 'specs');
  const functions = join(specs, readdirSync(specs).toSorted()[0] ?? '', 'functions');
  const file = join(functions, readdirSync(functions).toSorted()[0] ?? '');
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace(/^description: .*$/m, `description: Changed for the benchmark, round ${round}.`),
  );
};

const small = { name: '2 real specs', writeSpecs: writeRealSpecs };
const large = {
  name: '1 integration of 193',
  writeSpecs: (folder: string) => writeLargeIntegration(folder, 193),
};
const many = {
  name: '1,000 integrations of 7',
  writeSpecs: (folder: string) => writeManyIntegrations(folder, 1000),
};
const rows: Row[] = [small, large, many].flatMap((specs) => [
  { ...specs, prepare: removeOutput },
  { ...specs, name: '  nothing changed', prepare: changeNothing },
  { ...specs, name: '  one function changed', prepare: changeOneFunction },
]);

const heads = ['', 'functions', 'files', 'bytes', 'ms', 'functions/s', 'peak MiB', 'node -e 0, ms', 'ratio'];
const table: string[][] = [];
let workspace: string | undefined;
for (const row of rows) {
  if (!row.name.startsWith(' ')) {
    if (workspace) rmSync(workspace, { recursive: true });
    workspace = mkdtempSync(join(tmpdir(), 'kosmo-bench-'));
    mkdirSync(join(workspace, 'node_modules'));
    row.writeSpecs(join(workspace, 'specs'));
  }
  table.push(await runRow(row, workspace ?? ''));
}
if (workspace) rmSync(workspace, { recursive: true });
print([heads, ...table]);

async function runRow({ name, prepare }: Row, folder: string): Promise<string[]> {
  const args = [cli, 'generate', '--specs', join(folder, 'specs')];
  const bare: number[] = [];
  const runs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    bare.push((await measure(['-e', '0'])).milliseconds);
    prepare(folder, round);
    runs.push((await measure(args)).milliseconds);
  }
  prepare(folder, rounds);
  const { mebibytes, stdout } = await measure(args, { peak: true });
  const [functions = 0, files = 0] = /(\d+) functions, (\d+) files/.exec(stdout)?.slice(1).map(Number) ?? [];
  const isFull = prepare === removeOutput;
  const [milliseconds, baseline] = [median(runs), median(bare)];
  return [
    name,
    isFull ? show(functions) : '',
    isFull ? show(files) : '',
    isFull ? show(countBytes(join(folder, 'packages'))) : '',
    show(milliseconds),
    isFull ? show((functions / milliseconds) * 1000) : '',
    show(mebibytes),
    show(baseline),
    `${(milliseconds / baseline).toFixed(1)} x`,
  ];
}

function countBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

function show(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

function print(lines: readonly (readonly string[])[]): void {
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  for (const line of lines) {
    const cells = line.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(cells.join('  '));
  }
}
