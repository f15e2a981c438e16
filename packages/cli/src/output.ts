import type { Redactor } from '@kosmokrator/runtime/host';

let redactor: Redactor | undefined;

/** From here on, nothing that `redactor` knows as a secret is printed. */
export function hideFrom(known: Redactor): void {
  redactor = known;
}

/** Prints on standard output. All commands print through these two, but for `emulate`, which shows its own tokens. */
export function writeOut(text: string): void {
  process.stdout.write(redactor?.text(text) ?? text);
}

/** Prints on standard error. */
export function writeError(text: string): void {
  process.stderr.write(redactor?.text(text) ?? text);
}
