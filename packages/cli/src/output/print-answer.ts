import type { CommandContext } from '../command-context.js';
import { hasColors } from '../terminal/has-colors.js';
import { showOnOutput } from '../terminal/show-printable.js';
import { successLine } from './envelope.js';
import { type Format, formatData, formatIds } from './format-data.js';
import type { Query } from './run-query.js';

/** What a command has to say. */
export interface Answer {
  readonly data: unknown;
  /** How it is put for people. Default: as a table or as lines. */
  readonly text?: (data: unknown) => string | Promise<string>;
}

export interface PrintOptions {
  readonly format?: Format | undefined;
  readonly quiet?: boolean | undefined;
  /** Selects what is printed. */
  readonly query?: Query | undefined;
  /** Takes what is printed. Default: standard output. */
  readonly write?: (text: string) => void;
}

/** Prints an answer as it was asked for: `--format` and `--quiet` go before the envelope. */
export async function printAnswer(
  { data: all, text }: Answer,
  { format, quiet, query, write }: PrintOptions,
  { envelope, meta }: CommandContext,
): Promise<void> {
  const data = query ? query(all) : all;
  const print = write ?? ((shown: string) => void process.stdout.write(showOnOutput(shown)));
  if (quiet) return print(formatIds(data));
  if (format !== undefined && format !== 'table') return print(await formatData(data, format));
  if (envelope && format === undefined) return print(successLine(data, meta));
  const shown = text && !query && format === undefined ? await text(data) : await formatData(data, 'table');
  const { showPaint } = await import('../terminal/paint.js');
  if (write) return write(showPaint(shown, false));
  process.stdout.write(showPaint(showOnOutput(shown), hasColors(process.stdout)));
}
