import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@kosmokrator/testing/repository';

export interface PackageJson {
  readonly name: string;
  readonly private?: boolean;
  readonly bin?: Readonly<Record<string, string>>;
  readonly engines?: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** Folders of all packages that are published, below the root. */
export const publishedFolders = [
  'generator',
  ...foldersIn('packages'),
  ...foldersIn('packages/integrations'),
];

function foldersIn(parent: string): string[] {
  return readdirSync(join(root, parent))
    .map((name) => `${parent}/${name}`)
    .filter((path) => existsSync(join(root, path, 'package.json')) && !readPackage(path).private);
}

export function readPackage(path: string): PackageJson {
  return JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8')) as PackageJson;
}

/** The files that a package would be published with. */
export function packedFiles(path: string): string[] {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const { stdout, status, stderr } = spawnSync('npm', args, { cwd: join(root, path), encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
  return files.map((file) => file.path);
}
