import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
 * file itself changes only when all of it is there.
 */
export function openOutput(file: string): OutputFile {
  const part = `${file}.${process.pid}.part`;
  const plainly = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw new UnusableError(`cannot write ${file}: ${systemProblem(error) ?? describeProblem(error)}`);
    }
  };
  let open: number | undefined = plainly(() => openSync(part, 'wx'));
  const close = () => {
    if (open !== undefined) closeSync(open);
    open = undefined;
  };
  return {
    write: (text) => void plainly(() => writeFileSync(open!, text)),
    keep: () =>
      plainly(() => {
        close();
        renameSync(part, file);
      }),
    drop() {
      close();
      rmSync(part, { force: true });
    },
  };
}
