import type { SpecPath } from '../../spec/spec.js';
import type { SpecFile } from '../spec-file.js';

/** A spot in a spec file, by what it means; `locatePlace` turns it into line and column when it is printed. */
export interface FilePlace {
  readonly file: SpecFile;
  readonly path: SpecPath;
  /** Which of a mapping's key and value. Default: value. */
  readonly part?: 'key' | 'value';
  /** A part of the text at `path`, in UTF-16 units of the parsed string. */
  readonly within?: { readonly offset: number; readonly length: number };
}
