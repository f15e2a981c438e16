import type { OutputFile } from '../emit/target.js';

/** Formats the files of a package; they keep their order. */
export async function formatFiles(files: readonly OutputFile[]): Promise<OutputFile[]> {
  const formatted: OutputFile[] = [];
  for (const file of files) formatted.push(await formatFile(file));
  return formatted;
}

/** Formats TypeScript. Targets print all other kinds of files in their final form. */
export async function formatFile(file: OutputFile): Promise<OutputFile> {
  const { path, content } = file;
  if (!path.endsWith('.ts')) return file;
  const { formatTypescript } = await import('./format-typescript.js');
  return { path, content: await formatTypescript(path, content) };
}
