import { exitCode, exitCodeOf } from './exit-codes.js';
import { readOwnPackage, reportPlace } from '../own-package.js';
import { SpecsError } from '../maintain/specs-error.js';
import { hasColors } from '../terminal/has-colors.js';
import { showPrintable } from '../terminal/show-printable.js';
import { UnusableError, UsageError } from './usage-error.js';

/** An error that is the caller's business: a code and one line of text. */
export interface PlainError {
  readonly code: string;
  readonly message: string;
  /** The word that the line of the error begins with. Default: the code. */
  readonly label?: string;
}

/** `code: message`, in one line that a terminal shows as it is, whatever the message holds. */
export function errorLine({ code, message, label = code }: PlainError): string {
  return `${showPrintable(`${label}: ${oneLine(message)}`)}\n`;
}

function oneLine(text: string): string {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return lines.filter(Boolean).join(' ');
}

/** Prints what ended a command on stderr and gives the exit code. Only our own faults show a stack. */
export async function reportError(error: unknown): Promise<number> {
  const plain = await plainError(error);
  if (plain === null) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const place = reportPlace(readOwnPackage());
    const text = showPrintable(stack);
    process.stderr.write(`this is a bug in kosmo; please report it${place} with this text:\n${text}\n`);
    return exitCode.fault;
  }
  const line = errorLine(plain);
  process.stderr.write(hasColors(process.stderr) ? await paintLabel(line) : line);
  return exitCodeOf(plain.code);
}

/** `error:` in red. */
async function paintLabel(line: string): Promise<string> {
  const { default: pc } = await import('picocolors');
  return line.replace(/^[^:\n]+:/, pc.createColors(true).red);
}

/** Null for an error that is no mistake of the caller and no failure of a call. */
export async function plainError(error: unknown): Promise<PlainError | null> {
  if (error instanceof UsageError || error instanceof SpecsError) return error;
  // Imported when there is an error, so that `--version` and `--help` need not load the runtime.
  const [{ isKosmoError }, { describeProblem, systemProblem }] = await Promise.all([
    import('@kosmokrator/runtime'),
    import('@kosmokrator/host'),
  ]);
  if (isKosmoError(error)) return error;
  // A full disk, a folder that is gone: the system has refused something, and no program could do otherwise.
  const cause = error instanceof Error ? error.cause : undefined;
  const isRefused = (systemProblem(error) ?? systemProblem(cause)) !== undefined;
  return isRefused ? new UnusableError(describeProblem(error)) : null;
}
