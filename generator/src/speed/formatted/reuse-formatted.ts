import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputFile } from '../../emit/target.js';
import { formatFile } from '../../format/format-files.js';
import { digestText } from '../../write/digest-files.js';
import { mapConcurrently } from '../threads/map-concurrently.js';

/** Digests of a file as emitted and as formatted, by path. */
export type FormattedDigests = Readonly<Record<string, readonly [emitted: string, formatted: string]>>;

/** More at a time take several times the processor time and the memory: measured with oxfmt on two cores. */
const limit = 2;

/**
 * A formatter of a package's files that takes what was formatted before from the package as it is on disk: formatting
 * takes longer than reading. Only bytes that `known` vouches for are taken. `digests` is filled for the next run.
 */
export function reuseFormatted(folder: string, known: FormattedDigests) {
  const digests: Record<string, readonly [string, string]> = {};
  const format = async (file: OutputFile): Promise<OutputFile> => {
    const written = readWritten(folder, file, known[file.path]);
    const formatted = written === undefined ? await formatFile(file) : { ...file, content: written };
    if (formatted.content !== file.content) {
      digests[file.path] = [digestText(file.content), digestText(formatted.content)];
    }
    return formatted;
  };
  return {
    digests: digests as FormattedDigests,
    format: (files: readonly OutputFile[]) => mapConcurrently(files, limit, format),
  };
}

function readWritten(
  folder: string,
  { path, content }: OutputFile,
  [emitted, formatted]: FormattedDigests[string] | readonly [] = [],
): string | undefined {
  if (emitted === undefined || emitted !== digestText(content)) return undefined;
  try {
    const written = readFileSync(join(folder, path), 'utf8');
    return digestText(written) === formatted ? written : undefined;
  } catch {
    return undefined;
  }
}
