import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const repository = fileURLToPath(new URL('../../', import.meta.url));
/** The command as it is run, and one module a file. */
export const bundledCli = join(repository, 'generator/dist/bundle/cli.js');
export const unbundledCli = join(repository, 'generator/dist/cli.js');

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder with two real specs in it, in which the built generator runs as a process of its own. */
export interface Workspace {
  readonly folder: string;
  readonly packages: string;
  run(args?: readonly string[], options?: RunOptions): Run;
  start(args?: readonly string[], options?: RunOptions): ReturnType<typeof spawn>;
  read(path: string): string;
  write(path: string, content: string): void;
  /** Changes a text that must be there. */
  edit(path: string, from: string, to: string): void;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Module to load first. */
  readonly preload?: string;
  /** Default: the build of this repository. */
  readonly cli?: string;
  readonly uid?: number;
  /** Default: `generate`. */
  readonly command?: 'generate' | 'validate';
}

export function createWorkspace(): Workspace {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'kosmo-generate-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const spec of ['specs/planetscale', 'specs/upstash'])
    cpSync(join(repository, spec), join(folder, spec), { recursive: true });
  mkdirSync(join(folder, 'node_modules'));

  const command = (
    args: readonly string[],
    { env = {}, cwd = folder, preload, uid, ...options }: RunOptions,
  ) => {
    const preloads = preload === undefined ? [] : ['--import', preload];
    const user = uid === undefined ? {} : { uid, gid: uid };
    return [
      process.execPath,
      [...preloads, options.cli ?? bundledCli, options.command ?? 'generate', ...args],
      { cwd, env: { ...process.env, ...env }, ...user },
    ] as const;
  };
  const at = (path: string): string => join(folder, path);
  const workspace: Workspace = {
    folder,
    packages: at('packages/integrations'),
    run(args = [], options = {}) {
      const [node, argv, spawnOptions] = command(args, options);
      const { status, stdout, stderr } = spawnSync(node, argv, { ...spawnOptions, encoding: 'utf8' });
      return { code: status, stdout, stderr };
    },
    start(args = [], options = {}) {
      return spawn(...command(args, options));
    },
    read: (path) => readFileSync(at(path), 'utf8'),
    write(path, content) {
      mkdirSync(join(at(path), '..'), { recursive: true });
      writeFileSync(at(path), content);
    },
    edit(path, from, to) {
      const before = workspace.read(path);
      if (!before.includes(from)) throw new Error(`${path} does not contain ${from}`);
      writeFileSync(at(path), before.replace(from, to));
    },
  };
  return workspace;
}

/** A digest of each file below a folder, by path. */
export function digests(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths
      .toSorted()
      .map((path) => [
        path.slice(folder.length + 1),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ]),
  );
}
