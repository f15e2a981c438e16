import nodeFs, {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findChange } from './output.js';
import { findRemovals, openOutputFolder } from './output-folder.js';
import { diskFs, type OutputFs } from './output-fs.js';
import { stagePackage } from './stage-package.js';

let root: string;
beforeEach(() => {
  root = join(realpathSync(mkdtempSync(join(tmpdir(), 'kosmo-write-'))), 'packages');
});
afterEach(() => rmSync(join(root, '..'), { recursive: true, force: true }));

/** A small package as the real targets make it: enough to be told from a hand-written one. */
function packageFiles(name: string, text = 'one'): { path: string; content: string }[] {
  return [
    {
      path: 'package.json',
      content: JSON.stringify({ '//': `Generated from specs/${name}/integration.yaml` }),
    },
    { path: 'src/index.ts', content: 'export {};\n' },
    { path: 'src/functions/a.ts', content: text },
  ];
}

type Packages = Record<string, { path: string; content: string }[]>;

/** Writes packages as the pipeline does; with `all`, those not given are removed. */
function write(packages: Packages, fs: OutputFs = diskFs, all = true) {
  const output = openOutputFolder(root, fs);
  try {
    output.lock();
    const changes = Object.entries(packages).flatMap(
      ([name, files]) => stagePackage(root, name, files, fs) ?? [],
    );
    if (all) changes.push(...findRemovals(root, Object.keys(packages), fs));
    output.finish(changes);
    return changes;
  } catch (error) {
    output.discard();
    throw error;
  }
}

function tree(folder = root): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

describe('writing packages', () => {
  test('creates them in full and says so', () => {
    const changes = write({ alpha: packageFiles('alpha') });
    expect(changes.map(({ name, kind, files }) => [name, kind, files.length])).toEqual([
      ['alpha', 'created', 3],
    ]);
    expect(Object.keys(tree())).toEqual([
      'alpha/package.json',
      'alpha/src/functions/a.ts',
      'alpha/src/index.ts',
    ]);
    expect(readdirSync(root)).toEqual(['alpha']);
  });

  test('touches nothing of a package whose bytes are right, and no unchanged file of another', () => {
    write({ alpha: packageFiles('alpha'), beta: packageFiles('beta') });
    const old = new Date('2001-02-03T04:05:06Z');
    const paths = ['alpha', 'alpha/package.json', 'beta/package.json', 'beta/src/functions/a.ts'];
    for (const path of paths) utimesSync(join(root, path), old, old);
    const changes = write({ alpha: packageFiles('alpha'), beta: packageFiles('beta', 'two') });
    expect(changes).toEqual([
      { name: 'beta', kind: 'updated', files: [{ path: 'src/functions/a.ts', kind: 'changed' }] },
    ]);
    const isOld = paths.map((path) => statSync(join(root, path)).mtimeMs === old.getTime());
    expect(isOld).toEqual([true, true, true, false]);
  });

  test('keeps what others own, and drops what is no longer generated', () => {
    write({ alpha: packageFiles('alpha') });
    for (const folder of ['node_modules', 'dist', '.turbo', 'src/old'])
      mkdirSync(join(root, 'alpha', folder));
    for (const path of ['node_modules/x', 'dist/x', '.turbo/x', 'CHANGELOG.md', 'src/old/x', 'note.txt']) {
      writeFileSync(join(root, 'alpha', path), path);
    }
    const changes = write({ alpha: packageFiles('alpha', 'two') });
    expect(changes[0]?.files).toEqual([
      { path: 'note.txt', kind: 'extra' },
      { path: 'src/functions/a.ts', kind: 'changed' },
      { path: 'src/old/x', kind: 'extra' },
    ]);
    expect(Object.keys(tree(join(root, 'alpha')))).toEqual([
      '.turbo/x',
      'CHANGELOG.md',
      'dist/x',
      'node_modules/x',
      'package.json',
      'src/functions/a.ts',
      'src/index.ts',
    ]);
  });

  test('removes a generated package that was not added, and nothing that a person made', () => {
    write({ alpha: packageFiles('alpha'), beta: packageFiles('beta') });
    mkdirSync(join(root, 'own'));
    writeFileSync(join(root, 'own/package.json'), '{ "name": "own" }');
    mkdirSync(join(root, 'odd'));
    writeFileSync(join(root, 'odd/package.json'), 'null');
    mkdirSync(join(root, 'copy/src'), { recursive: true });
    for (const { path, content } of packageFiles('beta').slice(0, 2)) {
      writeFileSync(join(root, 'copy', path), content);
    }
    writeFileSync(join(root, 'readme.txt'), '');
    expect(write({ alpha: packageFiles('alpha') }, undefined, false)).toEqual([]);
    const changes = write({ alpha: packageFiles('alpha') });
    expect(changes.map(({ name, kind, files }) => [name, kind, files.length])).toEqual([
      ['beta', 'removed', 3],
    ]);
    expect(readdirSync(root).toSorted()).toEqual(['alpha', 'copy', 'odd', 'own', 'readme.txt']);
  });

  test('replaces nothing in a folder that does not say that it was generated from this spec', () => {
    const refused = /alpha was not generated: none of its files contains "Generated from …\/alpha\/"/;
    mkdirSync(join(root, 'alpha/dist'), { recursive: true });
    writeFileSync(join(root, 'alpha/dist/x'), '');
    writeFileSync(join(root, 'alpha/precious.txt'), 'mine');
    expect(() => write({ alpha: packageFiles('alpha') })).toThrow(refused);
    expect(() => findChange(root, 'alpha', packageFiles('alpha'))).toThrow(refused);
    expect(Object.keys(tree())).toEqual(['alpha/dist/x', 'alpha/precious.txt']);
    writeFileSync(join(root, 'alpha/package.json'), packageFiles('beta')[0]!.content);
    expect(() => write({ alpha: packageFiles('alpha') })).toThrow(refused);
    // What other tools leave behind is no package.
    rmSync(join(root, 'alpha/package.json'));
    rmSync(join(root, 'alpha/precious.txt'));
    expect(write({ alpha: packageFiles('alpha') })).toMatchObject([{ kind: 'updated' }]);
    // Where package.json is gone or broken, any other generated file tells.
    const readme = { path: 'README.md', content: '<!-- Generated from specs/alpha/integration.yaml -->' };
    write({ alpha: [...packageFiles('alpha'), readme] });
    rmSync(join(root, 'alpha/package.json'));
    expect(write({ alpha: [...packageFiles('alpha', 'two'), readme] })).toMatchObject([{ kind: 'updated' }]);
    expect(existsSync(join(root, 'alpha/dist/x'))).toBe(true);
  });

  test('never follows a symbolic link', () => {
    const outside = join(root, '../outside');
    mkdirSync(outside);
    writeFileSync(join(outside, 'a.ts'), 'mine');
    write({ alpha: packageFiles('alpha') });
    rmSync(join(root, 'alpha/src/functions'), { recursive: true });
    symlinkSync(outside, join(root, 'alpha/src/functions'));
    const changes = write({ alpha: packageFiles('alpha', 'two') });
    expect(changes[0]?.files).toEqual([
      { path: 'src/functions', kind: 'extra' },
      { path: 'src/functions/a.ts', kind: 'missing' },
    ]);
    expect(readFileSync(join(outside, 'a.ts'), 'utf8')).toBe('mine');
    expect(statSync(join(root, 'alpha/src/functions/a.ts')).isFile()).toBe(true);

    symlinkSync(outside, join(root, 'linked'));
    expect(() => write({ linked: packageFiles('linked') })).toThrow(/linked is not a folder/);
    expect(readdirSync(outside)).toEqual(['a.ts']);
  });
});

describe('a disk that fails', () => {
  const calls = ['mkdirSync', 'writeFileSync', 'renameSync', 'linkSync', 'rmSync', 'readFileSync'] as const;

  /** Fails the n-th of the calls that change the disk, with the given code. */
  function failAt(n: number, code: string): { fs: OutputFs; count: () => number } {
    let count = 0;
    const wrapped = calls.map((name) => {
      const call = nodeFs[name] as (...args: unknown[]) => unknown;
      return [
        name,
        (...args: unknown[]) => {
          if (++count === n) throw Object.assign(new Error(`${code}: no luck, ${name}`), { code });
          return call(...args);
        },
      ];
    });
    return { fs: { ...nodeFs, ...Object.fromEntries(wrapped) }, count: () => count };
  }

  test('leaves each package old or new at every step where it can fail, and the next run mends the rest', () => {
    const before = { alpha: packageFiles('alpha'), beta: packageFiles('beta'), gone: packageFiles('gone') };
    const after = { alpha: packageFiles('alpha', 'two'), beta: packageFiles('beta', 'two') };
    let steps = 0;
    for (let step = 1; ; step++) {
      rmSync(root, { recursive: true, force: true });
      write(before);
      mkdirSync(join(root, 'alpha/node_modules'));
      writeFileSync(join(root, 'alpha/node_modules/x'), '');
      const { fs, count } = failAt(step, 'ENOSPC');
      let failure: unknown = 'ENOSPC';
      try {
        write(after, fs);
      } catch (error) {
        failure = error;
      }
      if (count() < step) break;
      steps++;
      openOutputFolder(root);
      const left = tree();
      expect(readdirSync(root).filter((entry) => entry.startsWith('.tmp'))).toEqual([]);
      expect(existsSync(join(root, 'alpha/node_modules/x'))).toBe(true);
      for (const name of ['alpha', 'beta'] as const) {
        expect(['one', 'two']).toContain(left[`${name}/src/functions/a.ts`]);
        expect(left[`${name}/package.json`]).toBeDefined();
        expect(left[`${name}/src/index.ts`]).toBeDefined();
      }
      expect(String(failure)).toMatch(/ENOSPC/);
      expect(write(after).length).toBeLessThanOrEqual(3);
      for (const [name, files] of Object.entries(after))
        expect(findChange(root, name, files)).toBeUndefined();
      expect(existsSync(join(root, 'gone'))).toBe(false);
    }
    expect(steps).toBeGreaterThan(20);
  });

  test('changes nothing when it is full while staging', () => {
    write({ alpha: packageFiles('alpha') });
    const before = tree();
    const fs: OutputFs = {
      ...nodeFs,
      linkSync: () => {
        throw Object.assign(new Error('EPERM'), { code: 'EPERM' });
      },
      writeFileSync: (path: nodeFs.PathOrFileDescriptor, data: string | NodeJS.ArrayBufferView) => {
        if (String(path).endsWith('a.ts')) {
          nodeFs.writeFileSync(path, String(data).slice(0, 1));
          throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
        }
        nodeFs.writeFileSync(path, data);
      },
    };
    expect(() => write({ alpha: packageFiles('alpha', 'two') }, fs)).toThrow(/ENOSPC/);
    expect(tree()).toEqual(before);
    expect(readdirSync(root)).toEqual(['alpha']);
  });
});

describe('a killed run', () => {
  test('between the renames: the next run puts the backup back', () => {
    write({ alpha: packageFiles('alpha') });
    const before = tree();
    nodeFs.renameSync(join(root, 'alpha'), join(root, '.tmp-old-alpha'));
    mkdirSync(join(root, '.tmp-new-alpha'));
    openOutputFolder(root);
    expect(tree()).toEqual(before);
    expect(readdirSync(root)).toEqual(['alpha']);
  });

  test('before the kept entries moved: the next run moves them', () => {
    write({ alpha: packageFiles('alpha') });
    mkdirSync(join(root, '.tmp-old-alpha/node_modules/x'), { recursive: true });
    openOutputFolder(root);
    expect(readdirSync(join(root, 'alpha/node_modules'))).toEqual(['x']);
    expect(readdirSync(root)).toEqual(['alpha']);
  });

  test('that held the lock: the next run takes it over', () => {
    write({ alpha: packageFiles('alpha') });
    mkdirSync(join(root, '.tmp-lock'));
    writeFileSync(join(root, '.tmp-lock/pid'), '4194305');
    expect(write({ alpha: packageFiles('alpha', 'two') })).toHaveLength(1);
    expect(readdirSync(root)).toEqual(['alpha']);
  });
});
