import type { DiagnosticCode } from '../../diagnostics/catalog.js';

/** Something that YAML allows and a spec does not, or that YAML does not allow either. Offsets into the file's text. */
export interface YamlFault {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly help?: string;
}

/** Ends the reading of a file at its first fault of this kind. */
export class YamlStop extends Error {
  constructor(readonly fault: YamlFault) {
    super(fault.message);
  }
}
