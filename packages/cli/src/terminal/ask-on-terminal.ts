import { createInterface } from 'node:readline/promises';
import type { Question } from '@kosmokrator/host';

/** Whether a person can see a question and answer it. */
export function hasTerminal(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

/** Asks on stderr, until the question's time is over; only `y` or `yes` permits the call. */
export async function askOnTerminal({ text, signal }: Pick<Question, 'text' | 'signal'>): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // Readline takes Ctrl-C for itself.
  terminal.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  const closed = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
  const close = () => terminal.close();
  signal.addEventListener('abort', close);
  try {
    const answer = await Promise.race([terminal.question(`${text}\nAllow this call? [y/N] `), closed]);
    return /^\s*y(es)?\s*$/i.test(answer);
  } finally {
    signal.removeEventListener('abort', close);
    terminal.close();
  }
}
