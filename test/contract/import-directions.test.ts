/**
 * Which folder of a package may import which, and which package which other: one table for all but the generator,
 * whose stages have a test of their own (generator/test/import-direction.test.ts). Types count like values.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { root } from '@kosmokrator/testing/repository';

/** Folders of `src`, and `''` for the files on its top level; what is not named here may import nothing but itself. */
const folders: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  runtime: {
    // The contract: what an operation, an account, a call, a transport and an error are.
    '': ['account', 'call', 'http', 'text'],
    text: [''],
    select: ['text'],
    account: ['', 'text'],
    http: ['', 'select', 'text'],
    parts: ['', 'account', 'http', 'select', 'text'],
    call: ['', 'account', 'http', 'parts', 'select', 'text'],
    undici: ['', 'http'],
  },
  host: {
    '': ['catalog', 'policy', 'redactor'],
    files: [''],
    stored: ['', 'files'],
    redactor: [],
    trust: ['', 'files'],
    catalog: ['', 'files', 'stored', 'trust'],
    policy: ['', 'catalog', 'files'],
    accounts: ['', 'catalog', 'files'],
    reference: ['', 'catalog', 'stored'],
  },
  lua: {
    '': ['host', 'bridge', 'worker'],
    host: ['bridge', 'machine'],
    bridge: [],
    // No credential is where a script runs: neither the runtime nor the host is in reach.
    worker: ['bridge', 'machine', 'values', 'regex'],
    values: ['bridge', 'machine'],
    machine: ['bridge'],
    regex: ['bridge'],
  },
};

/** Other packages of the repository that a package may import. */
const packages: Readonly<Record<string, readonly string[]>> = {
  runtime: [],
  host: ['runtime'],
  lua: ['host', 'runtime'],
  mcp: ['host', 'runtime'],
  emulator: ['runtime'],
  cli: ['host', 'runtime', 'lua', 'mcp', 'emulator'],
};

/** Folders of packages/lua that no package may be imported in. */
const scriptSide = new Set(['worker', 'values', 'machine', 'regex']);

interface Edge {
  readonly from: string;
  readonly to: string;
}

function importsOf(name: string): Edge[] {
  const source = join(root, 'packages', name, 'src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  return files.flatMap((from) =>
    ts
      .preProcessFile(readFileSync(join(source, from), 'utf8'), true, true)
      .importedFiles.map(({ fileName }) => ({ from, to: fileName })),
  );
}

const isOwn = ({ to }: Edge) => to.startsWith('.');
const folderOf = (file: string) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : '');
const targetOf = ({ from, to }: Edge) => posix.normalize(posix.join(posix.dirname(from), to));

function wrongFolder(allowed: Readonly<Record<string, readonly string[]>>): (edge: Edge) => boolean {
  return (edge) => {
    const [from, to] = [folderOf(edge.from), folderOf(targetOf(edge))];
    return from !== to && !allowed[from]?.includes(to);
  };
}

function packageOf({ to }: Edge): string | undefined {
  return /^@kosmokrator\/([^/]+)/.exec(to)?.[1];
}

const names = readdirSync(join(root, 'packages')).filter((name) =>
  existsSync(join(root, 'packages', name, 'src')),
);

test('every package is in the table', () => {
  expect(names.toSorted()).toEqual(Object.keys(packages).toSorted());
});

test.each(names)('%s imports only packages below it', (name) => {
  const wrong = importsOf(name).filter((edge) => {
    const other = packageOf(edge);
    return other !== undefined && other !== name && !packages[name]?.includes(other);
  });
  expect(wrong).toEqual([]);
});

test.each(Object.entries(folders))('the folders of %s import only folders below them', (name, allowed) => {
  expect(importsOf(name).filter(isOwn).filter(wrongFolder(allowed))).toEqual([]);
});

test('where a script runs there is no other package, so no credential', () => {
  const wrong = importsOf('lua').filter(
    (edge) => scriptSide.has(folderOf(edge.from)) && packageOf(edge) !== undefined,
  );
  expect(wrong).toEqual([]);
});

test.each([
  ['worker/a.ts', '../host/b.js'],
  ['bridge/a.ts', '../values/b.js'],
  ['machine/a.ts', '../worker/b.js'],
])('the test sees that %s imports %s', (from, to) => {
  expect(wrongFolder(folders['lua']!)({ from, to })).toBe(true);
});
