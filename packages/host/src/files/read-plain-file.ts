import { closeSync, fstatSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { openWithoutWaiting } from './open-without-waiting.js';

/** The text of a file. Throws for what is no regular file: a named pipe would be waited for without an end. */
export function readPlainFile(path: string): string {
  const fd = openWithoutWaiting(path);
  try {
    if (!fstatSync(fd).isFile()) throw new Error(`${basename(path)} is not a regular file`);
    return readFileSync(fd, 'utf8');
  } finally {
    closeSync(fd);
  }
}
