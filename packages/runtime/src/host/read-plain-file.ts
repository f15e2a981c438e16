import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

// A named pipe is opened at once with it, to be refused; without, its opening waits for a writer. Windows has neither.
const { O_NONBLOCK = 0 } = constants as Partial<typeof constants>;

/** The text of a file. Throws for what is no regular file: a named pipe would be waited for without an end. */
export function readPlainFile(path: string): string {
  const fd = openSync(path, constants.O_RDONLY | O_NONBLOCK);
  try {
    if (!fstatSync(fd).isFile()) throw new Error(`${basename(path)} is not a regular file`);
    return readFileSync(fd, 'utf8');
  } finally {
    closeSync(fd);
  }
}
