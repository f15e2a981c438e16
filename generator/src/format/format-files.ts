import { extname } from 'node:path';
import type { OutputFile } from '../emit/target.js';

type Format = (path: string, content: string) => Promise<string>;

/** A formatter by file name extension, loaded when the first such file comes. Other files stay as emitted. */
const formatters: Readonly<Record<string, () => Promise<Format>>> = {
  '.ts': async () => (await import('./format-typescript.js')).formatTypescript,
  '.lua': async () => (await import('./format-lua.js')).formatLua,
};

/**
 * Formats the files of a package, all at once and in their order. `reuse` may know the formatted
 * content of a file already.
 */
export async function formatFiles(
  files: readonly OutputFile[],
  reuse: (file: OutputFile) => string | undefined = () => undefined,
): Promise<OutputFile[]> {
  return Promise.all(
    files.map(async (file) => {
      const load = formatters[extname(file.path)];
      if (!load) return file;
      const { path, content } = file;
      return { path, content: reuse(file) ?? (await (await load())(path, content)) };
    }),
  );
}
