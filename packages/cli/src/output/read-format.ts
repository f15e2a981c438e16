import type { FormatOptions } from './add-format-options.js';
import { checkFormat } from './format-data.js';
import type { PrintOptions } from './print-answer.js';
import { compileQuery } from './run-query.js';

/** Throws a UsageError for an option that is wrong. */
export async function readFormat({ format, quiet, query }: FormatOptions): Promise<PrintOptions> {
  return { format: checkFormat(format), quiet: quiet === true, query: await compileQuery(query) };
}
