import { exitCode } from '../errors/exit-codes.js';
import { errorLine } from '../errors/report-error.js';

let state: 'open' | 'left' | 'failed' = 'open';

/** Whether what is printed reaches anybody: its reader may have left, or it cannot be written, as on a full disk. */
export function outputState(): typeof state {
  return state;
}

/**
 * Watches over standard output and standard error. A reader such as `head` may leave early, which is no error. Where output
 * cannot be written, as on a full disk, the reason is told once, and the process ends with an exit code that says so.
 */
export function guardStreams(): void {
  let told = false;
  process.stdout.on('error', async (error: NodeJS.ErrnoException) => {
    state = error.code === 'EPIPE' ? 'left' : 'failed';
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
