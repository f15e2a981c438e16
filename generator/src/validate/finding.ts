import type { DiagnosticCode } from '../diagnostics/catalog.js';
import type { FilePlace } from '../load/places/place.js';

/** What a rule found: a diagnostic whose places have not been looked up yet. */
export interface Finding {
  readonly code: DiagnosticCode;
  /** One sentence without its full stop; names from the spec stand in backticks. */
  readonly message: string;
  readonly at: FilePlace;
  /** What to do in this case; the catalog's fix when absent. */
  readonly help?: string;
  /** The other place, where two are in conflict. */
  readonly related?: { readonly message: string; readonly at: FilePlace };
}
