import { readFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packedFiles, publishedFolders, readPackage } from './published-packages.js';
import { root } from '@kosmokrator/testing/repository';

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

const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');

/** Whether a package has the file that an entry names, in which a `*` stands for one name or more. */
function has(files: readonly string[], entry: string): boolean {
  const [start = '', end] = entry.replace('./', '').split('*');
  return files.some((path) =>
    end === undefined ? path === start : path.startsWith(start) && path.endsWith(end),
  );
}

describe.each(publishedFolders)('%s', (folder) => {
  const files = packedFiles(folder);

  test('is published with all that its package.json names', () => {
    const { bin = {}, exports: entries, engines } = readPackage(folder);
    const named = [
      ...Object.values(bin),
      ...Object.values(entries).flatMap((entry) => Object.values(toPaths(entry))),
    ];
    expect(named.filter((entry) => !has(files, entry))).toEqual([]);
    expect(engines).toEqual({ node: '>=20' });
  });

  test('has the licence, and a README that says for which versions of Node it is', () => {
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md']));
    expect(read(folder, 'LICENSE')).toBe(read('LICENSE'));
    expect(read(folder, 'README.md')).toMatch(/Node 20, 22 (?:and|or) 24/);
  });

  test('leads to no file that it is published without', () => {
    const pages = files.filter((path) => path.endsWith('.md'));
    const links = pages.flatMap((page) =>
      relativeLinks(read(folder, page)).map((link) => posix.join(posix.dirname(page), link)),
    );
    expect(links.filter((path) => !files.includes(path))).toEqual([]);
    const declared = files.filter((path) => path.endsWith('.d.ts'));
    expect(
      declared.filter((path) => /^ *(\/\*)?\*.*docs\/(guides|reference)\//m.test(read(folder, path))),
    ).toEqual([]);
  });
});

const toPaths = (entry: string | Readonly<Record<string, string>>) =>
  typeof entry === 'string' ? { default: entry } : entry;

/** Links in Markdown that are neither addresses nor places on the same page; code does not count. */
function relativeLinks(markdown: string): string[] {
  const prose = markdown.replaceAll(/^```[^]*?^```$/gm, '').replaceAll(/`[^`\n]*`/g, '');
  const targets = [...prose.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)].map(([, target]) => target!);
  return targets.filter((target) => !/^[a-z]+:/.test(target));
}

describe('what the root package.json says of the project', () => {
  const { addProject } = createRequire(import.meta.url)('../../../.pnpmfile.cjs') as {
    addProject(manifest: object, path: string, project: object): Record<string, unknown>;
  };
  const project = {
    repository: 'https://git.test/all.git',
    homepage: 'https://home.test',
    bugs: 'https://bugs.test',
  };

  test('stands in no other that is written by hand', () => {
    const written = publishedFolders.filter((folder) => !folder.startsWith('packages/integrations/'));
    for (const folder of written) {
      for (const field of Object.keys(project)) expect(readPackage(folder)).not.toHaveProperty(field);
    }
  });

  test('is packed with each package, and left out where it is not set', () => {
    expect(addProject({ name: 'x' }, 'packages/cli', project)).toEqual({
      name: 'x',
      repository: { type: 'git', url: project.repository, directory: 'packages/cli' },
      homepage: project.homepage,
      bugs: project.bugs,
    });
    expect(addProject({ name: 'x' }, 'packages/cli', {})).toEqual({ name: 'x' });
  });

  test('is what generated packages have', () => {
    const { repository, homepage, bugs } = readPackage('.') as unknown as Record<string, unknown>;
    for (const folder of publishedFolders.filter((path) => path.startsWith('packages/integrations/'))) {
      const made = addProject({}, folder, { repository, homepage, bugs });
      const {
        repository: at,
        homepage: home,
        bugs: report,
      } = readPackage(folder) as unknown as Record<string, unknown>;
      expect({ repository: at, homepage: home, bugs: report }).toEqual({
        repository: made['repository'],
        homepage: made['homepage'],
        bugs: made['bugs'],
      });
    }
  });
});

test('the kosmo command imports what it depends on, and has everything else inside', () => {
  const folder = 'packages/cli';
  const { dependencies, optionalDependencies, peerDependencies } = readPackage(folder);
  const scripts = packedFiles(folder).filter((path) => path.endsWith('.js'));
  const imported = scripts.flatMap((path) => importedPackages(read(folder, path)));
  expect(Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })).toEqual(
    expect.arrayContaining([...new Set(imported)]),
  );
  // People who only call integrations need not install it.
  expect(dependencies).not.toHaveProperty('@kosmokrator/emulator');
  expect(imported).toContain('@kosmokrator/runtime');
});

test('what every command starts with does not load the MCP library', () => {
  const folder = 'packages/cli';
  const scripts = packedFiles(folder).filter((path) => path.endsWith('.js'));
  const sources = new Map(scripts.map((path) => [path, read(folder, path)]));
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
