import { createInterface } from 'node:readline/promises';
import type { PolicyRequest } from '@kosmokrator/runtime';
import { toJson } from './to-json.js';

const longestArguments = 2000;

// Control and format characters, ANSI, bidi and zero-width among them: they could show something else than what is sent.
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Whether a person can see a question and answer it. */
export function hasTerminal(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

/** Asks on stderr; only `y` or `yes` permits the call. */
export async function askOnTerminal(request: PolicyRequest): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // Readline takes Ctrl-C for itself.
  terminal.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  const closed = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
  try {
    const answer = await Promise.race([terminal.question(questionText(request)), closed]);
    return /^\s*y(es)?\s*$/i.test(answer);
  } finally {
    terminal.close();
  }
}

/** Function, account and arguments, in printable characters. */
export function questionText({ operation, account, args }: PolicyRequest): string {
  const { integration, name, destructive } = operation;
  const warning = destructive ? ' It may overwrite or delete.' : '';
  const text = toJson(args).replaceAll(unprintable, (char) => `\\u{${char.codePointAt(0)!.toString(16)}}`);
  const shown =
    text.length > longestArguments
      ? `${text.slice(0, longestArguments)}… (${text.length - longestArguments} more characters)`
      : text;
  const subject = `${integration.name} ${name} wants to write, with account "${account}".${warning}`;
  return `${subject}\n  ${shown}\nAllow this call? [y/N] `;
}
