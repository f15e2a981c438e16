import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { describeProblem, systemProblem } from '@kosmokrator/host';
import { UnusableError } from '../errors/usage-error.js';

/** Where a result goes that is not to be printed. */
export interface OutputFile {
  write(text: string): void;
  /** Puts what was written in the place of the file. */
  keep(): void;
  /** Leaves the file as it was. Does nothing after `keep`. */
  drop(): void;
}

/**
 * Opens a file beside the one that is meant, before a call is made: a result that could not be written would be lost. The
 * file itself changes only when all of it is there; links to it stay, and so does its mode. A device or a pipe is written
 * to as it is.
 */
export function openOutput(file: string): OutputFile {
  const plainly = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw new UnusableError(`cannot write ${file}: ${systemProblem(error) ?? describeProblem(error)}`);
    }
  };
  const { path, part } = plainly(() => openPlace(file));
  let open: number | undefined = part.open;
  const close = () => {
    if (open !== undefined) closeSync(open);
    open = undefined;
  };
  return {
    write: (text) => void plainly(() => writeFileSync(open!, text)),
    keep: () =>
      plainly(() => {
        close();
        if (part.path !== path) renameSync(part.path, path);
      }),
    drop() {
      close();
      if (part.path !== path) rmSync(part.path, { force: true });
    },
  };
}

/** The file that is meant, and the one that is written. */
function openPlace(file: string) {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found && lstatSync(file, { throwIfNoEntry: false }))
    throw new Error('it is a link to a file that does not exist');
  if (found && !found.isFile() && !found.isDirectory())
    return { path: file, part: { path: file, open: openSync(file, 'w') } };
  // A folder, and a file that may not be written, could still be told apart only after the call.
  if (found) closeSync(openSync(file, 'r+'));
  const path = found ? realpathSync(file) : file;
  const part = `${path}.${randomUUID().slice(0, 8)}.part`;
  const open = openSync(part, 'wx', found?.mode);
  if (found) fchmodSync(open, found.mode & 0o777);
  return { path, part: { path: part, open } };
}
