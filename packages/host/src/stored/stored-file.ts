import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { replacePrivateFile, usePrivateFile } from '../files/private-file.js';
import { checkPrivateFolder, makePrivateFolder } from '../files/private-folder.js';
import { newProcessMark } from '../files/process-mark.js';

/** Version of all that is stored here; another one is not read. */
const version = 1;

/** Files that are kept: two for each set of places that packages are looked for in. */
const mostFiles = 32;

/**
 * What was stored in a file under this stamp. Undefined where there is none, or it has another stamp, is damaged, a link, or
 * not the user's alone: all of it can be made again.
 */
export function readStored(path: string, stamp: string): Buffer | undefined {
  try {
    const bytes = checkPrivateFolder(dirname(path)) && usePrivateFile(path, (fd) => readFileSync(fd));
    if (!bytes) return undefined;
    const end = bytes.indexOf('\n');
    const body = bytes.subarray(end + 1);
    return bytes.toString('utf8', 0, end) === firstLine(stamp, body) ? body : undefined;
  } catch {
    return undefined;
  }
}

/** Stores a text under a stamp. Where it cannot be stored, as on a disk that is full, things work without it. */
export function writeStored(path: string, stamp: string, body: string): void {
  const folder = dirname(path);
  try {
    makePrivateFolder(folder);
    removeOld(folder);
    const text = `${firstLine(stamp, Buffer.from(body))}\n${body}`;
    replacePrivateFile(path, text, join(folder, `draft.${newProcessMark()}`));
  } catch {
    return;
  }
}

function firstLine(stamp: string, body: Buffer): string {
  return `kosmo-index ${version} ${stamp} ${createHash('sha256').update(body).digest('hex')}`;
}

/** Leaves the newest files. What a killed process left of one is among them, and grows old. */
function removeOld(folder: string): void {
  const files = readdirSync(folder).map((name) => join(folder, name));
  const ages = new Map(files.map((file) => [file, statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0]));
  const newest = files.toSorted((a, b) => ages.get(b)! - ages.get(a)!);
  for (const file of newest.slice(mostFiles - 1)) rmSync(file, { force: true });
}
