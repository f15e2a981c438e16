/**
 * What a person waits for at the command line: whole processes in turn, beside `node -e 0`, with few integrations and with a
 * thousand. The first run with a thousand makes the index in the cache folder, and is printed apart.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installMany } from '@kosmokrator/testing/install/install-many';
import { root as repository } from '@kosmokrator/testing/repository';
import { measure, median } from './generate/measure.js';
import { printTable } from './shared/print-table.js';

const rounds = 9;
const count = 1000;
const kosmo = join(repository, 'packages/cli/dist/bin.js');

const folder = mkdtempSync(join(tmpdir(), 'kosmo-bench-'));
const many = join(folder, 'many');
const few = join(repository, 'packages/integrations');
process.env['KOSMO_HOME'] = join(folder, 'home');
const table = [['', 'median', 'beside node -e 0', 'goal', '']];
try {
  installMany(many, count);
  await compare('kosmo --version', few, ['--version'], 1.5);
  await compare('kosmo list', few, ['list'], 2.5);
  await compare('kosmo search', few, ['search', 'set a key']);
  const [listing, search] = [await once(['list']), await once(['search', 'set a key'])];
  table.push([`${count} integrations: first list`, `${listing.toFixed(0)} ms`, 'makes the index']);
  table.push([`${count} integrations: first search`, `${search.toFixed(0)} ms`, 'makes the index']);
  await compare(`${count} integrations: list`, many, ['list'], 6);
  await compare(`${count} integrations: search`, many, ['search', 'set a key'], 6);
  await compare(`${count} integrations: a word that nobody knows`, many, ['search', 'reed a kye'], 6);
  for (const [what, words] of [
    ['an integration', ['upstashn99']],
    ['a function', ['upstashn998', 'get']],
    ['a full name', ['call', 'upstashn998_g']],
    ['a param', ['call', 'upstashn998_get_key', '--k']],
  ] as const)
    await compare(`${count} integrations: complete ${what}`, many, ['__complete', 'zsh', '--', ...words], 6);
} finally {
  rmSync(folder, { recursive: true });
}
printTable(table);

async function once(args: readonly string[]): Promise<number> {
  process.env['KOSMO_INTEGRATIONS_PATH'] = many;
  return (await measure([kosmo, ...args])).milliseconds;
}

/** The processes take turns, so that what else the machine does meets both. */
async function compare(name: string, installed: string, args: readonly string[], goal?: number) {
  process.env['KOSMO_INTEGRATIONS_PATH'] = installed;
  const [bare, own]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    bare.push((await measure(['-e', '0'])).milliseconds);
    own.push((await measure([kosmo, ...args])).milliseconds);
  }
  const ratio = median(own) / median(bare);
  const figures = [`${median(own).toFixed(0)} ms`, `${ratio.toFixed(2)} x`];
  table.push([
    name,
    ...figures,
    ...(goal === undefined ? [] : [`${goal} x`, ratio <= goal ? 'held' : 'MISSED']),
  ]);
}
