import type { Stats } from 'node:fs';

type Kinds = Pick<Stats, 'isFile' | 'isDirectory' | 'isSymbolicLink' | 'isFIFO' | 'isSocket'>;

/** What an entry of a folder is, itself: a link is never followed. */
export function entryKind(entry: Kinds): string {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (entry.isSymbolicLink()) return 'symbolic link';
  if (entry.isFIFO()) return 'named pipe';
  return entry.isSocket() ? 'socket' : 'device';
}

/** The message of `FILE_KIND`. */
export function wrongKind(name: string, kind: string, expected: string): string {
  return `\`${name}\` is a ${kind}; a ${expected} is read here`;
}
