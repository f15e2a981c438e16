import type { Emitted } from '../../emit/emitted.js';
import { lineComment } from '../../emit/syntax/typescript.js';

/** The first line of each generated module. No date and no version: neither may change a file. */
export function header(source: string): Emitted {
  return lineComment(`Generated from ${source} by "pnpm generate". Do not edit.`);
}
