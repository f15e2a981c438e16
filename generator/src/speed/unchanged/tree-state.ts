import { lstatSync, readFileSync, readdirSync, statSync } from 'node:fs';

/** What a snapshot at the files of a folder shows without reading them. */
export interface TreeState {
  /** Relative to the folder, with `/`, sorted. */
  readonly paths: readonly string[];
  /** Size, time of the last change and inode of each: the same text means the same bytes, if it is old enough. */
  readonly stats: string;
  /** The latest change of any, in milliseconds since 1970. */
  readonly newest: number;
}

/**
 * Looks at a folder's files. Undefined when there is no folder, or when it is or holds something that is
 * neither file nor folder, such as a link, whose bytes can change without a trace here.
 */
export function readTree(folder: string, skip: readonly string[] = []): TreeState | undefined {
  const paths: string[] = [];
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  if (!collect(folder, '', skip, paths)) return undefined;
  paths.sort();
  let newest = 0;
  const lines = paths.map((path) => {
    // The change time, unlike the modification time, cannot be set back by a program.
    const { size, ctimeMs, ino } = statSync(`${folder}/${path}`);
    if (ctimeMs > newest) newest = ctimeMs;
    return `${path}\0${size}\0${ctimeMs}\0${ino}`;
  });
  return { paths, stats: lines.join('\0\0'), newest };
}

/** The files of a folder, read: for `digestFiles`. */
export function* readContents(folder: string, paths: readonly string[]): Iterable<[string, Buffer]> {
  for (const path of paths) yield [path, readFileSync(`${folder}/${path}`)];
}

function collect(folder: string, relative: string, skip: readonly string[], paths: string[]): boolean {
  let entries;
  try {
    entries = readdirSync(`${folder}/${relative}`, { withFileTypes: true });
  } catch {
    return false;
  }
  return entries.every((entry) => {
    if (skip.includes(entry.name)) return true;
    const path = relative + entry.name;
    if (entry.isDirectory()) return collect(folder, `${path}/`, [], paths);
    if (entry.isFile()) paths.push(path);
    return entry.isFile();
  });
}
