import { setImmediate } from 'node:timers/promises';
import type { CommandContext } from '../command-context.js';
import { plainError } from '../errors/report-error.js';
import { UnusableError } from '../errors/usage-error.js';
import { outputState } from '../terminal/guard-streams.js';
import { showOnOutput, showPrintable } from '../terminal/show-printable.js';
import { toJson } from '../terminal/to-json.js';
import type { OutputFile } from './open-output.js';
import { type Answer, printAnswer, type PrintOptions } from './print-answer.js';

/** A write was made, and its result could not be given as it was asked for. */
class UnprintedError extends UnusableError {
  readonly outcome = 'done';

  constructor(
    message: string,
    readonly result: unknown,
  ) {
    super(message);
  }
}

/**
 * Prints what a call gave, or writes it to a file. Where that fails after a write, as with a `--query` that does not fit or
 * a full disk, the result is told all the same: whoever wants it would make the write again.
 */
export async function printResult(
  answer: Answer,
  print: PrintOptions,
  context: CommandContext,
  file?: OutputFile,
): Promise<void> {
  const { operation, dry_run: isDry } = context.meta;
  const isWrite = operation === 'write' && isDry !== true;
  try {
    await printAnswer(answer, { ...print, ...(file && { write: file.write }) }, context);
    file?.keep();
    if (isWrite && !file) await tellUnwritten(answer.data);
  } catch (error) {
    if (!isWrite) throw error;
    const { message } = (await plainError(error)) ?? { message: 'the result could not be printed' };
    if (context.envelope)
      throw new UnprintedError(`${message}; the write was made, and "result" is what it gave`, answer.data);
    process.stdout.write(showOnOutput(`${toJson(answer.data)}\n`));
    throw new UnprintedError(
      `${message}; the write was made, and its result is printed as JSON`,
      answer.data,
    );
  }
}

/** Standard output tells only afterwards that it could not be written; the stream's guard has said why. */
async function tellUnwritten(data: unknown): Promise<void> {
  await setImmediate();
  if (outputState() !== 'failed') return;
  process.stderr.write(showPrintable(`the write was made; its result is: ${toJson(data)}\n`));
}
