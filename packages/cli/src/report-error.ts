import { exitCode, exitCodeOf } from './exit-codes.js';
import { readOwnPackage, reportPlace } from './own-package.js';
import { UsageError } from './usage-error.js';

/** An error that is the caller's business: a code and one line of text. */
export interface PlainError {
  readonly code: string;
  readonly message: string;
}

/** `code: message`, in one line whatever the message holds. */
export function errorLine({ code, message }: PlainError): string {
  return `${code}: ${oneLine(message)}\n`;
}

function oneLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter(Boolean).join(' ');
}

/** Prints what ended a command on stderr and gives the exit code. Only our own faults show a stack. */
export async function reportError(error: unknown): Promise<number> {
  const plain = await plainError(error);
  if (plain === null) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const place = reportPlace(readOwnPackage());
    process.stderr.write(`kosmo has a fault; please report it${place} with this text:\n${stack}\n`);
    return exitCode.fault;
  }
  process.stderr.write(errorLine(plain));
  return exitCodeOf(plain.code);
}

/** Null for an error that is no mistake of the caller and no failure of a call. */
export async function plainError(error: unknown): Promise<PlainError | null> {
  if (error instanceof UsageError) return error;
  // Imported when there is an error, so that `--version` and `--help` need not load the runtime.
  const { isKosmoError } = await import('@kosmokrator/runtime');
  return isKosmoError(error) ? error : null;
}
