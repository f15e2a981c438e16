import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  type Stats,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { openWithoutWaiting } from './open-without-waiting.js';
import { checkOwner } from './check-owner.js';

/** A file as it was read. */
export interface PrivateFile {
  readonly text: string;
  readonly stats: Stats;
}

// Windows has none; there, opening a link needs rights that an ordinary user lacks.
const { O_NOFOLLOW = 0 } = constants as Partial<typeof constants>;

/** The file's text, or undefined when there is none. Throws when it is a link, or when others may read it. */
export function readPrivateFile(path: string): PrivateFile | undefined {
  return usePrivateFile(path, (fd, stats) => ({ text: readFileSync(fd, 'utf8'), stats }));
}

/** Opens the file, hands it over and closes it. Undefined when there is none; throws as `readPrivateFile` does. */
export function usePrivateFile<T>(path: string, use: (fd: number, stats: Stats) => T): T | undefined {
  const fd = openToRead(path);
  if (fd === undefined) return undefined;
  try {
    const stats = fstatSync(fd);
    if (!stats.isFile()) throw new Error(`${path} is not a file. It is not used.`);
    checkOwner(path, stats, '600');
    return use(fd, stats);
  } finally {
    closeSync(fd);
  }
}

function openToRead(path: string): number | undefined {
  try {
    return openWithoutWaiting(path, O_NOFOLLOW);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    if (code === 'ELOOP' || code === 'EMLINK') {
      throw new Error(`${path} is a symbolic link. Symbolic links are not followed here.`, { cause: error });
    }
    throw error;
  }
}

/**
 * Puts a whole new file in the place of the old one: whoever reads, or comes back after a crash, finds one or the
 * other. `draft` is a free name in the same folder. Mode 0600 from the first moment, under any umask.
 */
export function replacePrivateFile(path: string, text: string, draft: string): void {
  writeDraft(draft, Buffer.from(text));
  renameSync(draft, path);
  syncFolder(dirname(path));
}

/** Writes a file of this size at `draft` and removes it. Throws where that cannot be done. */
export function tryDraft(draft: string, bytes: number): void {
  writeDraft(draft, Buffer.alloc(bytes));
  unlinkSync(draft);
}

function writeDraft(draft: string, bytes: Buffer): void {
  const fd = openSync(draft, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | O_NOFOLLOW, 0o600);
  try {
    writeAll(fd, bytes);
    fsyncSync(fd);
  } catch (error) {
    closeSync(fd);
    unlinkSync(draft);
    throw error;
  }
  closeSync(fd);
}

function writeAll(fd: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at);
}

/** Makes the rename last through a power cut. Windows cannot open a folder, and does not need it. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(folder, constants.O_RDONLY);
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
