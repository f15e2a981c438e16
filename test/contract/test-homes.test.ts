/**
 * Test code has three homes. `*.test.ts` stands beside its source or in a folder `test/`; `testing/` has helpers: of one
 * package in `packages/<name>/testing/`, of several in `testing/` at the root. Whoever needs another's code imports the
 * built package by its name.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { root } from '@kosmokrator/testing/repository';
import ts from 'typescript';
import { expect, test } from 'vitest';

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter(
    (file) =>
      /\.(ts|mjs|cjs)$/.test(file) && !/^packages\/integrations\/|^generator\/fixtures\/invalid\//.test(file),
  );

/** The package or folder that a file belongs to: `packages/lua`, `generator`, `test`. */
const homeOf = (file: string) => /^(?:packages\/[^/]+|[^/]+)/.exec(file)![0];

/** What a folder says that it holds: `testing` of `packages/lua/testing/answered-host.ts`. */
const partOf = (file: string) => file.slice(homeOf(file).length + 1).split('/')[0]!;

interface Import {
  readonly from: string;
  readonly to: string;
}

/** Imports of a file of the repository by its path, and of `@kosmokrator/testing` by its name. */
function importsOf(from: string): Import[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(root, from), 'utf8'), true, true);
  return importedFiles.flatMap(({ fileName }) => {
    if (fileName.startsWith('.')) return { from, to: posix.join(posix.dirname(from), fileName) };
    return fileName.startsWith('@kosmokrator/testing')
      ? { from, to: fileName.slice('@kosmokrator/'.length) }
      : [];
  });
}

/** Why an import is wrong; undefined when it is right. */
function faultOf({ from, to }: Import): string | undefined {
  const isTest = from.endsWith('.test.ts') || ['test', 'testing'].includes(partOf(from));
  if (homeOf(from) === homeOf(to)) {
    const intoTests = ['test', 'testing'].includes(partOf(to));
    const isProduct = homeOf(from).startsWith('packages/') || homeOf(from) === 'generator';
    return isProduct && !isTest && intoTests ? 'a product needs no test code' : undefined;
  }
  if (homeOf(to) === 'test') return 'nobody imports what is in test/';
  if (homeOf(to) === 'testing' && partOf(from) === 'src' && !isTest) return 'a product needs no test code';
  if (['src', 'test', 'testing'].includes(partOf(to))) return 'import the built package by its name';
  return undefined;
}

test('no file imports the sources or the test code of another package', () => {
  const faults = files.flatMap(importsOf).flatMap((edge) => {
    const fault = faultOf(edge);
    return fault === undefined ? [] : `${edge.from} -> ${edge.to}: ${fault}`;
  });
  expect(faults).toEqual([]);
});

test.each([
  ['packages/mcp/src/a.test.ts', 'packages/lua/testing/b.js'],
  ['packages/mcp/src/a.test.ts', 'packages/lua/src/b.js'],
  ['packages/cli/testing/a.ts', 'packages/lua/test/attacks/b.js'],
  ['test/contract/a.test.ts', 'packages/mcp/src/b.js'],
  ['bench/a.ts', 'test/contract/b.js'],
  ['packages/host/src/a.ts', 'testing/b.js'],
  ['packages/host/src/a.ts', 'packages/host/testing/b.js'],
])('the test sees that %s imports %s', (from, to) => {
  expect(faultOf({ from, to })).toBeDefined();
});

test('tests stand beside a source, or in a folder of the name', () => {
  const homes =
    /^(?:(?:packages\/[^/]+|generator)\/(?:src|test|scripts)|test\/(?:contract|integrations)|testing|scripts)\//;
  expect(files.filter((file) => file.endsWith('.test.ts') && !homes.test(file))).toEqual([]);
});

test('no folder calls test code by another word', () => {
  const others = /(?:^|\/)(?:tests?-[^/]+|tests|specs?-helpers|fixtures|mocks|helpers|support|__[^/]+__)\//;
  // The generator's are specs: what it reads, not code that tests share.
  const found = files.filter((file) => others.test(file) && !file.startsWith('generator/fixtures/'));
  expect(found).toEqual([]);
});
