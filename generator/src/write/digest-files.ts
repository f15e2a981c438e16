import { createHash } from 'node:crypto';
import type { OutputFile } from '../emit/target.js';

/** A digest of files and their names. Give them sorted by path. */
export function digestFiles(files: Iterable<readonly [path: string, content: string | Buffer]>): string {
  const hash = createHash('sha256');
  for (const [path, content] of files) {
    hash.update(`${path}\0${Buffer.byteLength(content)}\0`);
    hash.update(content);
  }
  return hash.digest('base64url');
}

export function digestText(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** The digest of a package's files, in whatever order they come. */
export function digestPackage(files: readonly OutputFile[]): string {
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return digestFiles(sorted.map(({ path, content }) => [path, content] as const));
}
