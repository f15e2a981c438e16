import { createInterface } from 'node:readline/promises';
import { interrupt } from '../on-interrupt.js';

/** Asks on stderr; only `y` or `yes` is a yes. A signal that aborts is a no, and so is the end of the input. */
export async function confirm(question: string, signal?: AbortSignal): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // Readline takes Ctrl-C for itself.
  terminal.on('SIGINT', interrupt);
  const closed = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
  const close = () => terminal.close();
  signal?.addEventListener('abort', close);
  try {
    const answer = await Promise.race([terminal.question(`${question} [y/N] `), closed]);
    return /^\s*y(es)?\s*$/i.test(answer);
  } finally {
    signal?.removeEventListener('abort', close);
    terminal.close();
  }
}
