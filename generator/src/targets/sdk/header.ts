import type { Emitted } from '../../emit/emitted.js';
import { provenance } from '../../emit/provenance.js';
import { lineComment } from '../../emit/syntax/typescript.js';

/** The first line of each generated module. */
export function header(source: string): Emitted {
  return lineComment(provenance({ source }));
}
