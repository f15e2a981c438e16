import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './repository.js';

interface PackageJson {
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const readPackage = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageJson;

/** The files that a package would be published with. */
function packedFiles(folder: string): string[] {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const { stdout, status, stderr } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
  return files.map(({ path }) => path);
}

/** Packages that a script imports by name. */
function importedPackages(source: string): string[] {
  const specifiers = [...source.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["']([^"'.][^"']*)["']/g)].map(
    ([, name]) => name!,
  );
  const names = specifiers
    .filter((name) => !isBuiltin(name))
    .map((name) => name.match(/^(@[^/]+\/)?[^/]+/)![0]);
  return [...new Set(names)].toSorted();
}

test.each(['runtime', 'cli'])('packages/%s is published with all that its package.json names', (name) => {
  const folder = join(root, 'packages', name);
  const { bin = {}, exports: entries } = readPackage(folder);
  const named = [...Object.values(bin), ...Object.values(entries).flatMap((entry) => Object.values(entry))];
  expect(packedFiles(folder)).toEqual(expect.arrayContaining(named.map((path) => path.replace('./', ''))));
});

test('the kosmo command imports what it depends on, and has everything else inside', () => {
  const folder = join(root, 'packages/cli');
  const { dependencies, optionalDependencies } = readPackage(folder);
  const scripts = packedFiles(folder).filter((path) => path.endsWith('.js'));
  const imported = scripts.flatMap((path) => importedPackages(readFileSync(join(folder, path), 'utf8')));
  expect(Object.keys({ ...dependencies, ...optionalDependencies })).toEqual(
    expect.arrayContaining([...new Set(imported)]),
  );
  expect(imported).toContain('@kosmokrator/runtime');
});

test('what every command starts with does not load the MCP library', () => {
  const folder = join(root, 'packages/cli');
  const scripts = packedFiles(folder).filter((path) => path.endsWith('.js'));
  const sources = new Map(scripts.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
  const reached = new Set<string>();
  const visit = (path: string) => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const [, next] of sources
      .get(path)!
      .matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[\w/.-]+\.js)["']/g))
      visit(join(path, '..', next!));
  };
  visit('dist/bin.js');
  const withLibrary = scripts.filter((path) => sources.get(path)!.includes('notifications/initialized'));
  expect(withLibrary).toHaveLength(1);
  expect([...reached]).not.toContain(withLibrary[0]);
  expect(reached.size).toBeGreaterThan(1);
});
