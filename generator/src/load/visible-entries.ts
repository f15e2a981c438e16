import type { FolderEntry, SpecFiles } from './spec-files.js';

/** What is in a folder, by name in code-point order, without hidden files of editors and the system. */
export function visibleEntries(files: SpecFiles, folder: string): FolderEntry[] {
  const visible = files.list(folder).filter(({ name }) => !name.startsWith('.') && !name.endsWith('~'));
  return visible.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
