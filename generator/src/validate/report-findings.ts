import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { spanPosition } from '../diagnostics/span-position.js';
import type { FilePlace } from '../load/places/place.js';
import type { SpecFile } from '../load/spec-file.js';
import type { Finding } from './finding.js';

/** More of one file help nobody, and looking up each costs a pass over the file. */
const mostPerFile = 100;
const longestMessage = 500;

/** Looks up lines and columns. Files are parsed again for it, one after the other. */
export async function reportFindings(findings: readonly Finding[]): Promise<Diagnostic[]> {
  // Where nothing is wrong, the parser that knows positions is not even loaded.
  const { PlaceFinder } = await import('../load/places/locate-place.js');
  const finder = new PlaceFinder();
  const position = (at: FilePlace) => ({
    file: at.file.path,
    ...spanPosition(at.file.text, finder.locate(at)),
  });
  const diagnostics: Diagnostic[] = [];
  for (const inFile of groupByFile(findings)) {
    for (const { at, related, message, ...finding } of inFile.slice(0, mostPerFile)) {
      const other = related && { message: related.message, ...position(related.at) };
      diagnostics.push({
        ...finding,
        message: cutText(message),
        ...position(at),
        ...(other ? { related: other } : {}),
      });
    }
    const more = inFile.length - mostPerFile;
    if (more > 0) diagnostics.push(cutDiagnostic(inFile[0]!.at.file.path, more));
  }
  return diagnostics;
}

/** A message may quote the spec, or the values that it lists. */
function cutText(text: string): string {
  return text.length > longestMessage ? `${text.slice(0, longestMessage - 1)}…` : text;
}

function groupByFile(findings: readonly Finding[]): Finding[][] {
  const groups = new Map<SpecFile, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.at.file);
    if (group) group.push(finding);
    else groups.set(finding.at.file, [finding]);
  }
  return [...groups.values()];
}

function cutDiagnostic(file: string, more: number): Diagnostic {
  const message = `${more} more ${more === 1 ? 'error' : 'errors'} in this file`;
  return { code: 'FILE_ERRORS_CUT', message, file, line: 1, column: 1 };
}
