import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { spanPosition } from '../diagnostics/span-position.js';
import { PlaceFinder } from '../load/locate-place.js';
import type { Place } from '../load/place.js';
import type { Finding } from './finding.js';

/** Looks up lines and columns. Files are parsed again for it, one after the other. */
export function reportFindings(findings: readonly Finding[]): Diagnostic[] {
  const finder = new PlaceFinder();
  const position = (at: Place) => ({ file: at.file.path, ...spanPosition(at.file.text, finder.locate(at)) });
  const byFile = findings.toSorted((a, b) => (a.at.file.path < b.at.file.path ? -1 : 1));
  return byFile.map(({ at, related, ...finding }) => ({
    ...finding,
    ...position(at),
    ...(related ? { related: { message: related.message, ...position(related.at) } } : {}),
  }));
}
