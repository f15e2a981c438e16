import type { OutputFile } from '../target.js';

/**
 * Entries of a package's folder that others own: the package manager, the compiler, the release
 * tool and the task runner. They move along when a package is replaced, and no target may emit them.
 */
export const keptEntries: readonly string[] = ['node_modules', 'dist', 'CHANGELOG.md', '.turbo'];

/** A file of a package, and the target that emitted it. */
export interface EmittedFile extends OutputFile {
  readonly target: string;
}

/**
 * Throws unless every path stays inside the package and no two of them are one file, also where
 * file names ignore letter case. A failure is a bug in a target, not in a spec.
 */
export function checkPackagePaths(packageName: string, files: readonly EmittedFile[]): void {
  const owners = new Map<string, EmittedFile>();
  const folders = new Map<string, EmittedFile>();
  for (const file of files) {
    const problem = pathProblem(file.path);
    if (problem)
      throw new Error(`target ${file.target} emitted ${quote(file.path)} for ${packageName}: ${problem}`);
    const key = fold(file.path);
    const other = owners.get(key);
    if (other) throw new Error(clash(packageName, other, file));
    owners.set(key, file);
    for (let end = key.lastIndexOf('/'); end > 0; end = key.lastIndexOf('/', end - 1)) {
      const folder = key.slice(0, end);
      if (folders.has(folder)) break;
      folders.set(folder, file);
    }
  }
  for (const [key, file] of owners) {
    const inside = folders.get(key);
    if (inside) throw new Error(clash(packageName, file, inside));
  }
}

function pathProblem(path: string): string | undefined {
  const segments = path.split('/');
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) {
    return 'a path must be relative to the package and must not have empty, . or .. segments';
  }
  if (/[\\:\p{Cc}]/u.test(path)) return 'a path must not contain a backslash, a colon or a control character';
  const top = fold(segments[0] ?? '');
  if (keptEntries.some((entry) => fold(entry) === top)) return `${segments[0]} belongs to another tool`;
  return undefined;
}

function clash(packageName: string, first: EmittedFile, second: EmittedFile): string {
  const how =
    first.path === second.path
      ? 'the same path'
      : fold(first.path) === fold(second.path)
        ? 'paths that differ only in letter case'
        : 'a file where the other needs a folder';
  return (
    `targets ${first.target} and ${second.target} emitted ${how} for ${packageName}: ` +
    `${quote(first.path)} and ${quote(second.path)}`
  );
}

function fold(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

function quote(path: string): string {
  return JSON.stringify(path);
}
