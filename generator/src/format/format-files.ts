import { extname } from 'node:path';
import type { OutputFile } from '../emit/target.js';

type Format = (path: string, content: string) => Promise<string>;

/** A formatter by file name extension, loaded when the first such file comes. Other files stay as emitted. */
const formatters: Readonly<Record<string, () => Promise<Format>>> = {
  '.ts': async () => (await import('./format-typescript.js')).formatTypescript,
  '.lua': async () => (await import('./format-lua.js')).formatLua,
};

/** Formats the files of a package, all at once. */
export async function formatFiles(files: readonly OutputFile[]): Promise<OutputFile[]> {
  return Promise.all(
    files.map(async (file) => {
      const format = await formatters[extname(file.path)]?.();
      return format ? { path: file.path, content: await format(file.path, file.content) } : file;
    }),
  );
}
