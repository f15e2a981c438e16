import { chmodSync, cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Target } from '../src/emit/target.js';
import { generate } from '../src/pipeline/generate.js';
import { createWorkspace, digests, type Workspace } from './workspace.js';

const spec = 'specs/upstash/integration.yaml';

/** A workspace that was generated, and in which both packages are due for an update. */
function createDueWorkspace(): { workspace: Workspace; before: Record<string, string> } {
  const workspace = createWorkspace();
  expect(workspace.run().code).toBe(0);
  const before = digests(workspace.packages);
  for (const name of ['upstash', 'planetscale']) {
    workspace.edit(`specs/${name}/integration.yaml`, 'description: ', 'description: Now different. ');
  }
  return { workspace, before };
}

function foldersOf({ folder, packages }: Workspace) {
  return { specsFolder: join(folder, 'specs'), packagesFolder: packages };
}

function leftovers({ packages }: Workspace): string[] {
  return readdirSync(packages).filter((name) => name.startsWith('.tmp-'));
}

describe('a run that fails changes nothing', () => {
  test('when a target throws, even for the last package', async () => {
    const { workspace, before } = createDueWorkspace();
    const half: Target = {
      name: 'half',
      *emit(model) {
        yield { path: 'README.md', content: `Generated from specs/${model.name}/.` };
        if (model.name === 'upstash') throw new Error('cannot go on');
      },
    };
    await expect(generate({ ...foldersOf(workspace), targets: [half] })).rejects.toThrow(
      `target half failed on ${spec}`,
    );
    expect(digests(workspace.packages)).toEqual(before);
    expect(leftovers(workspace)).toEqual([]);
  });

  test('when the disk is full', () => {
    const { workspace, before } = createDueWorkspace();
    const preload = join(workspace.folder, 'full-disk.mjs');
    writeFileSync(
      preload,
      `import fs from 'node:fs';
       import { syncBuiltinESMExports } from 'node:module';
       const { writeFileSync } = fs;
       let left = 6;
       fs.writeFileSync = (path, ...rest) => {
         if (String(path).includes('.tmp-new-') && left-- <= 0) {
           throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
         }
         return writeFileSync(path, ...rest);
       };
       syncBuiltinESMExports();`,
    );
    const run = workspace.run([], { preload });
    expect(run).toEqual({ code: 1, stdout: '', stderr: 'error: ENOSPC: no space left on device, write\n' });
    expect(digests(workspace.packages)).toEqual(before);
    expect(leftovers(workspace)).toEqual([]);
  });

  test('when the folder is read-only', () => {
    const { workspace, before } = createDueWorkspace();
    // Root may write anywhere, so the run is made by somebody else.
    const uid = process.getuid?.() === 0 ? { uid: 65534 } : {};
    chmodSync(workspace.folder, 0o755);
    chmodSync(workspace.packages, 0o555);
    const run = workspace.run([], uid);
    chmodSync(workspace.packages, 0o755);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toMatch(/^error: (EACCES|EROFS): /);
    expect(digests(workspace.packages)).toEqual(before);
  });
});

describe('a run that is killed leaves each package old or new, and the next one mends the rest', () => {
  const texts = ['description: ', 'description: Now different. '] as const;

  /** Both versions of the workspace's packages, and a way to ask for the one or the other. */
  function createVersions() {
    const workspace = createWorkspace();
    let current = 0;
    const ask = (version: 0 | 1): void => {
      if (version === current) return;
      for (const name of ['upstash', 'planetscale']) {
        workspace.edit(`specs/${name}/integration.yaml`, texts[current === 0 ? 0 : 1], texts[version]);
      }
      current = version;
    };
    workspace.run();
    for (const path of ['upstash/node_modules/kept', 'planetscale/dist/kept']) {
      workspace.write(`packages/integrations/${path}`, '');
    }
    const versions = [digests(workspace.packages)];
    const saved = join(workspace.folder, 'saved');
    cpSync(workspace.packages, saved, { recursive: true });
    const restore = (): void => {
      rmSync(workspace.packages, { recursive: true });
      cpSync(saved, workspace.packages, { recursive: true });
    };
    ask(1);
    const start = performance.now();
    workspace.run();
    const duration = performance.now() - start;
    versions.push(digests(workspace.packages));
    return { workspace, versions, ask, restore, duration };
  }

  function expectWholePackages({ packages }: Workspace, versions: readonly Record<string, string>[]): void {
    const left = digests(packages);
    for (const name of ['upstash', 'planetscale']) {
      // Between two renames a package is to be found under the name of its backup.
      const found = new Set([packageOf(left, name), packageOf(left, `.tmp-old-${name}`)]);
      expect(versions.map((files) => packageOf(files, name))).toContainEqual(
        expect.toSatisfy((files: string) => found.has(files)),
      );
    }
  }

  test('at each of its renames', async () => {
    const { workspace, versions, restore } = createVersions();
    const preload = join(workspace.folder, 'kill.mjs');
    writeFileSync(
      preload,
      `import fs from 'node:fs';
       import { syncBuiltinESMExports } from 'node:module';
       const { renameSync } = fs;
       let left = Number(process.env.RENAMES);
       fs.renameSync = (...args) => {
         if (left-- === 0) process.kill(process.pid, 'SIGKILL');
         return renameSync(...args);
       };
       syncBuiltinESMExports();`,
    );
    let kills = 0;
    for (let renames = 0; ; renames++) {
      restore();
      const { code } = workspace.run([], { preload, env: { RENAMES: String(renames) } });
      expectWholePackages(workspace, versions);
      if (code === 0) break;
      kills++;
      await generate(foldersOf(workspace));
      expect(digests(workspace.packages)).toEqual(versions[1]);
    }
    expect(kills).toBeGreaterThan(6);
  });

  test('at random times', async () => {
    const { workspace, versions, ask, duration } = createVersions();
    for (let round = 0; round < 6; round++) {
      ask(round % 2 === 0 ? 0 : 1);
      const child = workspace.start();
      const exited = new Promise((resolve) => child.once('exit', resolve));
      // Most of the writing is at the end.
      const timer = setTimeout(() => child.kill('SIGKILL'), duration * (1.1 - Math.random() ** 2));
      await exited;
      clearTimeout(timer);
      expectWholePackages(workspace, versions);
    }
    ask(1);
    expect(workspace.run().code).toBe(0);
    expect(digests(workspace.packages)).toEqual(versions[1]);
    expect(leftovers(workspace)).toEqual([]);
  });
});

test('recovery does not wait for a change', () => {
  const workspace = createWorkspace();
  workspace.run();
  const before = digests(workspace.packages);
  mkdirSync(join(workspace.packages, '.tmp-new-upstash/src'), { recursive: true });
  rmSync(join(workspace.packages, '.tmp-lock'), { recursive: true, force: true });
  expect(workspace.run().code).toBe(0);
  expect(leftovers(workspace)).toEqual([]);
  expect(digests(workspace.packages)).toEqual(before);
});

/** The generated files of one package as text, without those that others own. */
function packageOf(files: Record<string, string>, name: string): string {
  const own = Object.entries(files).filter(
    ([path]) => path.startsWith(`${name}/`) && !path.endsWith('/kept'),
  );
  return own.map(([path, digest]) => `${path.slice(name.length + 1)} ${digest}`).join('\n');
}
