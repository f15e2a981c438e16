import type { Question } from '@kosmokrator/host';
import { confirm } from './confirm.js';

/** Whether a person can see a question and answer it. */
export function hasTerminal(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

/** Asks about a call until the question's time is over. */
export function askOnTerminal({ text, signal }: Pick<Question, 'text' | 'signal'>): Promise<boolean> {
  return confirm(`${text}\nAllow this call?`, signal);
}
