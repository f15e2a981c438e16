import type { OutputFile } from '../emit/target.js';

type Format = (path: string, content: string) => Promise<string>;

/** A formatter by file name extension, loaded when the first such file comes. Other files stay as emitted. */
const formatters: Readonly<Record<string, () => Promise<Format>>> = {
  '.ts': async () => (await import('./format-typescript.js')).formatTypescript,
  '.lua': async () => (await import('./format-lua.js')).formatLua,
};

/** Formats the files of a package; they keep their order. */
export async function formatFiles(files: readonly OutputFile[]): Promise<OutputFile[]> {
  const formatted: OutputFile[] = [];
  for (const file of files) formatted.push(await formatFile(file));
  return formatted;
}

export async function formatFile(file: OutputFile): Promise<OutputFile> {
  const load = formatters[/\.[^./]*$/.exec(file.path)?.[0] ?? ''];
  if (!load) return file;
  const { path, content } = file;
  return { path, content: await (await load())(path, content) };
}
