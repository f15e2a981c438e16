import { constants, openSync } from 'node:fs';

// A named pipe is opened at once with it, to be refused; without, its opening waits for a writer. Windows has neither.
const { O_NONBLOCK = 0 } = constants as Partial<typeof constants>;

/** Opens a file to read it; the number of what is open, which need not be a regular file. `flags` are added to those of reading. */
export function openWithoutWaiting(path: string, flags = 0): number {
  return openSync(path, constants.O_RDONLY | O_NONBLOCK | flags);
}
