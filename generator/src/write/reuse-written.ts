import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputFile } from '../emit/target.js';
import { digestText } from './digest-files.js';

/** Digests of a file as emitted and as formatted, by path. */
export type FormattedDigests = Readonly<Record<string, readonly [emitted: string, formatted: string]>>;

/**
 * Finds the formatted content of an emitted file in the package as it is on disk: formatting what was
 * formatted before takes longer than reading it. Only bytes that `known` vouches for are taken.
 */
export function reuseWritten(
  folder: string,
  known: FormattedDigests,
): (file: OutputFile) => string | undefined {
  return ({ path, content }) => {
    const [emitted, formatted] = known[path] ?? [];
    if (emitted === undefined || emitted !== digestText(content)) return undefined;
    try {
      const written = readFileSync(join(folder, path), 'utf8');
      return digestText(written) === formatted ? written : undefined;
    } catch {
      return undefined;
    }
  };
}

export function digestFormatted(
  emitted: readonly OutputFile[],
  formatted: readonly OutputFile[],
): FormattedDigests {
  const entries = emitted.flatMap(({ path, content }, index) => {
    const result = formatted[index]?.content ?? content;
    return result === content ? [] : [[path, [digestText(content), digestText(result)]] as const];
  });
  return Object.fromEntries(entries);
}
