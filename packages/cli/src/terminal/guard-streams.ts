import { exitCode } from '../errors/exit-codes.js';
import { errorLine } from '../errors/report-error.js';

let gone = false;

/** Whether nobody can have what is still to be printed: the reader has left, or the disk is full. */
export function isOutputGone(): boolean {
  return gone;
}

/**
 * Watches over standard output and standard error. A reader such as `head` may leave early, which is no error. Where output
 * cannot be written, as on a full disk, the reason is told once, and the process ends with an exit code that says so.
 */
export function guardStreams(): void {
  let told = false;
  process.stdout.on('error', async (error: NodeJS.ErrnoException) => {
    gone = true;
    if (error.code === 'EPIPE' || told) return;
    told = true;
    process.once('exit', (code) => {
      if (code === exitCode.ok) process.exitCode = exitCode.failed;
    });
    const { systemProblem } = await import('@kosmokrator/host');
    const message = `cannot write to standard output: ${systemProblem(error) ?? error.message}`;
    process.stderr.write(errorLine({ code: 'error', message }));
  });
  // There is nowhere to say it.
  process.stderr.on('error', () => {});
}
