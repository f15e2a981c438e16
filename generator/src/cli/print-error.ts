import { inspect } from 'node:util';
import { isAboutDisk } from '../write/output-error.js';

/** Prints an error: its message when it is about the disk, the whole of it when it is a bug. */
export function printError(error: unknown): void {
  process.stderr.write(`${isAboutDisk(error) ? `error: ${error.message}` : inspect(error)}\n`);
}
