import type { DiagnosticCode } from './catalog.js';

/** One thing that is wrong with a spec, and where. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  /** What is wrong, in one sentence without its full stop. */
  readonly message: string;
  /** Repository-relative, with `/`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** Characters that the caret underlines; at least 1. */
  readonly length?: number;
  readonly excerpt?: Excerpt;
  /** What to do in this case; the catalog's fix when absent. */
  readonly help?: string;
  /** The other place, where two are in conflict. */
  readonly related?: RelatedPlace;
}

/** The offending line for printing, cut where it is long. */
export interface Excerpt {
  readonly text: string;
  /** Index in `text` of the offending part. */
  readonly caret: number;
}

export interface RelatedPlace {
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length?: number;
  readonly excerpt?: Excerpt;
}
