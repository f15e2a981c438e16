/** What is at a path. A link is not followed. */
export type EntryKind = 'file' | 'folder' | 'symbolic link' | 'named pipe' | 'socket' | 'device';

export interface FolderEntry {
  readonly name: string;
  readonly kind: EntryKind;
}

/**
 * How the stages before the output read files: those of a disk, or of memory where there is no disk. Paths have `/`.
 * They are the stages' only way to a file, so that they run in a browser too.
 */
export interface SpecFiles {
  /** What is at a path, and how large it is; undefined where there is nothing. */
  look(path: string): { readonly kind: EntryKind; readonly bytes: number } | undefined;
  /** What is in a folder; nothing where there is none, or a link to one. */
  list(folder: string): readonly FolderEntry[];
  /** The bytes of what `look` says is a file. */
  read(path: string): Uint8Array;
}
