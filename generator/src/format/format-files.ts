import { extname } from 'node:path';
import type { OutputFile } from '../emit/target.js';
import { mapConcurrently } from './map-concurrently.js';

type Format = (path: string, content: string) => Promise<string>;

/** A formatter by file name extension, loaded when the first such file comes. Other files stay as emitted. */
const formatters: Readonly<Record<string, () => Promise<Format>>> = {
  '.ts': async () => (await import('./format-typescript.js')).formatTypescript,
  '.lua': async () => (await import('./format-lua.js')).formatLua,
};

/** More at a time take several times the processor time and the memory: measured with oxfmt on two cores. */
const limit = 2;

/**
 * Formats the files of a package; they keep their order. `reuse` may know the formatted content of a
 * file already.
 */
export async function formatFiles(
  files: readonly OutputFile[],
  reuse: (file: OutputFile) => string | undefined = () => undefined,
): Promise<OutputFile[]> {
  return mapConcurrently(files, limit, async (file) => {
    const load = formatters[extname(file.path)];
    if (!load) return file;
    const { path, content } = file;
    return { path, content: reuse(file) ?? (await (await load())(path, content)) };
  });
}
