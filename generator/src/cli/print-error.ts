import { inspect } from 'node:util';
import { OutputError } from '../write/output-error.js';

/** Prints an error: its message when it is about the disk, the whole of it when it is a bug. */
export function printError(error: unknown): void {
  const isAboutDisk = error instanceof OutputError || (error instanceof Error && 'syscall' in error);
  process.stderr.write(`${isAboutDisk ? `error: ${error.message}` : inspect(error)}\n`);
}
