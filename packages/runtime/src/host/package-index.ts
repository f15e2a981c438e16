import { readFileSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { KosmoError } from '../error.js';
import type { InstalledIntegration } from './catalog.js';
import { listFolders } from './find-packages.js';
import { parseManifest } from './manifest.js';

/** What is installed, by the names of folders. A manifest is read when its integration is asked for. */
export interface PackageIndex {
  /**
   * By name or namespace. Reads the manifest of the folder of that name, which is where a package manager puts an
   * integration; all manifests only when there is no such folder.
   */
  find(name: string): InstalledIntegration | undefined;
  /** The same without the search through all manifests. */
  findByFolder(name: string): InstalledIntegration | undefined;
  /** All of them, sorted by name. Reads every manifest the first time. */
  all(): readonly InstalledIntegration[];
}

/** Where two have one name, a folder of that name comes first, then the order of the folders. Reads no manifest yet. */
export function createPackageIndex(folders: readonly string[]): PackageIndex {
  let byFolderName: ReadonlyMap<string, readonly string[]> | undefined;
  let listed: ReadonlyMap<string, InstalledIntegration> | undefined;
  const read = remember(readIntegration);
  const candidates = () => (byFolderName ??= groupByName(listFolders(folders)));
  const all = () => (listed ??= listAll([...candidates().values()].flat(), read));

  function findByFolder(name: string): InstalledIntegration | undefined {
    const folderName = name.replaceAll('_', '-');
    const found = candidates().get(folderName)?.map(read);
    return found?.find((integration) => integration?.manifest.name === folderName);
  }

  return {
    find: (name) => findByFolder(name) ?? all().get(name.replaceAll('_', '-')),
    findByFolder,
    all: () => [...all().values()],
  };
}

function listAll(
  folders: readonly string[],
  read: (folder: string) => InstalledIntegration | undefined,
): ReadonlyMap<string, InstalledIntegration> {
  const found = folders.flatMap((folder) => {
    const integration = read(folder);
    return integration ? [{ integration, inOwnFolder: basename(folder) === integration.manifest.name }] : [];
  });
  // The later entry of a map wins, and those in folders of their own names come last.
  const ranked = found.toReversed().toSorted((a, b) => Number(a.inOwnFolder) - Number(b.inOwnFolder));
  const byName = new Map(ranked.map(({ integration }) => [integration.manifest.name, integration]));
  return new Map([...byName].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function groupByName(folders: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const byName = new Map<string, string[]>();
  for (const folder of folders) {
    const same = byName.get(basename(folder));
    if (same) same.push(folder);
    else byName.set(basename(folder), [folder]);
  }
  return byName;
}

/** Undefined for a folder that is no integration. */
function readIntegration(entry: string): InstalledIntegration | undefined {
  const text = readManifestText(entry);
  if (text === undefined) return undefined;
  const folder = realpathSync(entry);
  try {
    return { manifest: parseManifest(text), folder };
  } catch (cause) {
    const message = `the integration in ${folder} is broken: ${(cause as Error).message}. Reinstall it or remove the folder.`;
    throw new KosmoError({ code: 'broken_integration', message, cause });
  }
}

function readManifestText(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, 'manifest.json'), 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['ENOENT', 'ENOTDIR'].includes(code)) return undefined;
    throw error;
  }
}

function remember<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key)!;
  };
}
