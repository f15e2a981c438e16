import { join } from 'node:path';
import type { OutputFile } from '../emit/target.js';
import { listPackage } from './list-package.js';
import type { OutputFs } from './output-fs.js';

/** One file that is not as generated. */
export interface FileChange {
  /** Relative to the package's folder, with `/`. */
  readonly path: string;
  /** missing: not there; changed: other bytes; extra: there, but no longer generated. */
  readonly kind: 'missing' | 'changed' | 'extra';
}

/** How a package's folder differs from what is generated, sorted by path. Empty: byte for byte the same. */
export function comparePackage(fs: OutputFs, folder: string, files: readonly OutputFile[]): FileChange[] {
  const listing = listPackage(fs, folder);
  if (!listing) return files.map(({ path }) => ({ path, kind: 'missing' as const })).toSorted(byPath);
  const changes: FileChange[] = listing.strange.map((path) => ({ path, kind: 'extra' }));
  const generated = new Set<string>();
  for (const { path, content } of files) {
    generated.add(path);
    if (!listing.files.has(path)) changes.push({ path, kind: 'missing' });
    else if (!sameBytes(fs, join(folder, path), content)) changes.push({ path, kind: 'changed' });
  }
  for (const path of listing.files) if (!generated.has(path)) changes.push({ path, kind: 'extra' });
  return changes.toSorted(byPath);
}

function sameBytes(fs: OutputFs, path: string, content: string): boolean {
  return fs.readFileSync(path).equals(Buffer.from(content, 'utf8'));
}

function byPath(a: FileChange, b: FileChange): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
