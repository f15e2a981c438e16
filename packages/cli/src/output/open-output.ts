import {
  closeSync,
  fchmodSync,
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
 * file itself changes only when all of it is there.
 */
export function openOutput(file: string): OutputFile {
  const plainly = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw new UnusableError(`cannot write ${file}: ${systemProblem(error) ?? describeProblem(error)}`);
    }
  };
  const stats = plainly(() => statSync(file, { throwIfNoEntry: false }));
  if (stats?.isDirectory()) throw new UnusableError(`cannot write ${file}: it is a folder`);
  // A device or a pipe is written to, and nothing takes its place. Of a link, what it leads to changes.
  const inPlace = stats !== undefined && !stats.isFile();
  const target = stats === undefined ? file : plainly(() => realpathSync(file));
  const part = `${target}.${process.pid}.part`;
  let open: number | undefined = plainly(() => (inPlace ? openSync(file, 'w') : openPart(part, stats?.mode)));
  const close = () => {
    if (open !== undefined) closeSync(open);
    open = undefined;
  };
  return {
    write: (text) => void plainly(() => writeFileSync(open!, text)),
    keep: () =>
      plainly(() => {
        close();
        if (!inPlace) renameSync(part, target);
      }),
    drop() {
      close();
      if (!inPlace) rmSync(part, { force: true });
    },
  };
}

/** With the mode of the file that it is to replace. */
function openPart(part: string, mode: number | undefined): number {
  const fd = openSync(part, 'wx', mode);
  if (mode !== undefined) fchmodSync(fd, mode & 0o777);
  return fd;
}
