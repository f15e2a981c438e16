import { readFileSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { KosmoError } from '../error.js';
import type { InstalledIntegration } from './catalog.js';
import { listFolders } from './find-packages.js';
import { parseManifest } from './manifest.js';

/** A package that is installed and cannot be read. */
export interface BrokenPackage {
  /** The name of its folder, which is what the integration should be called. */
  readonly name: string;
  readonly folder: string;
  /** What is wrong with it and what to do: one line. */
  readonly problem: string;
}

type Package = InstalledIntegration | BrokenPackage;

/** What is installed, by the names of folders. A manifest is read when its integration is asked for. */
export interface PackageIndex {
  /**
   * By name or namespace. Reads the manifest of the folder of that name, which is where a package manager puts an
   * integration; all manifests only when there is no such folder. Throws `broken_integration` for one that is broken.
   */
  find(name: string): InstalledIntegration | undefined;
  /** The same without the search through all manifests, and undefined for one that is broken. */
  findByFolder(name: string): InstalledIntegration | undefined;
  /** All that can be read, sorted by name. Reads every manifest the first time. */
  all(): readonly InstalledIntegration[];
  /** All that cannot. */
  broken(): readonly BrokenPackage[];
}

/** Where two have one name, a folder of that name comes first, then the order of the folders. Reads no manifest yet. */
export function createPackageIndex(folders: readonly string[]): PackageIndex {
  let byFolderName: ReadonlyMap<string, readonly string[]> | undefined;
  let listed: ReadonlyMap<string, Package> | undefined;
  const read = remember(readPackage);
  const candidates = () => (byFolderName ??= groupByName(listFolders(folders)));
  const all = () => (listed ??= listAll([...candidates().values()].flat(), read));

  function ofFolder(name: string): Package | undefined {
    const folderName = name.replaceAll('_', '-');
    for (const folder of candidates().get(folderName) ?? []) {
      const found = read(folder);
      if (found !== undefined && nameOf(found) === folderName) return found;
    }
    return undefined;
  }

  return {
    find: (name) => usable(ofFolder(name) ?? all().get(name.replaceAll('_', '-'))),
    findByFolder: (name) => readable(ofFolder(name)),
    all: () => [...all().values()].flatMap((found) => readable(found) ?? []),
    broken: () => [...all().values()].filter(isBroken),
  };
}

function isBroken(found: Package): found is BrokenPackage {
  return 'problem' in found;
}

function readable(found: Package | undefined): InstalledIntegration | undefined {
  return found === undefined || isBroken(found) ? undefined : found;
}

function usable(found: Package | undefined): InstalledIntegration | undefined {
  if (found === undefined || !isBroken(found)) return found;
  const { problem: message, name: integration } = found;
  throw new KosmoError({ code: 'broken_integration', message, integration });
}

function nameOf(found: Package): string {
  return isBroken(found) ? found.name : found.manifest.name;
}

function listAll(
  folders: readonly string[],
  read: (folder: string) => Package | undefined,
): ReadonlyMap<string, Package> {
  const found = folders.flatMap((folder) => {
    const one = read(folder);
    return one ? [{ one, name: nameOf(one), inOwnFolder: basename(folder) === nameOf(one) }] : [];
  });
  // The later entry of a map wins, and those in folders of their own names come last.
  const ranked = found.toReversed().toSorted((a, b) => Number(a.inOwnFolder) - Number(b.inOwnFolder));
  const byName = new Map(ranked.map(({ name, one }) => [name, one]));
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
function readPackage(entry: string): Package | undefined {
  try {
    const text = readManifestText(entry);
    return text === undefined ? undefined : { manifest: parseManifest(text), folder: realpathSync(entry) };
  } catch (error) {
    const problem = `the integration in ${entry} is broken: ${(error as Error).message}. Reinstall it or remove the folder.`;
    return { name: basename(entry), folder: entry, problem };
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
