import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { KosmoError } from '@kosmokrator/runtime';
import { describeProblem } from '../system-problem.js';
import type { InstalledIntegration } from './installed.js';
import { parseManifest } from './manifest.js';
import { type Candidate, listCandidates } from './places/list-candidates.js';
import type { Place } from './places/place.js';
import type { PackageStore } from '../stored/package-store.js';
import { readPlainFile } from '../files/read-plain-file.js';

/** A package that is installed and cannot be read. */
export interface BrokenPackage {
  /** The name of its folder, which is what the integration should be called. */
  readonly name: string;
  readonly folder: string;
  /** What is wrong with it and what to do: one line. */
  readonly problem: string;
}

/** A package that is not used, since another of its name comes before it. */
export interface ShadowedPackage {
  readonly name: string;
  /** The package that is used. */
  readonly used: string;
  /** The one that is not. */
  readonly unused: string;
}

type Package = InstalledIntegration | BrokenPackage;

/** What is installed, by the names of folders. A manifest is read when its integration is asked for. */
export interface PackageIndex {
  /**
   * By name or namespace. Reads the manifest of the folder of that name, which is where a package manager puts an
   * integration; all manifests only when there is no such folder. Throws `broken_integration` for one that is broken.
   */
  find(name: string): InstalledIntegration | undefined;
  /** Looks an integration up without reading all manifests; gives undefined for one that is broken. */
  findByFolder(name: string): InstalledIntegration | undefined;
  /** All that can be read, sorted by name. Reads every manifest the first time. */
  all(): readonly InstalledIntegration[];
  /** All that cannot. */
  broken(): readonly BrokenPackage[];
  /** Packages that one hides, of those in folders of its name. */
  shadowedBy(integration: InstalledIntegration): readonly ShadowedPackage[];
  /** All that are hidden. */
  shadowed(): readonly ShadowedPackage[];
  /** What is kept of the packages. */
  readonly store: PackageStore<StoredPackage> | undefined;
}

/** What is kept of a folder; null for nothing. */
export type StoredPackage = Omit<InstalledIntegration, 'refuse'> | BrokenPackage | null;

/** Opens what is kept of packages between two runs, if anything is. */
type OpenStore = (candidates: readonly Candidate[]) => PackageStore<StoredPackage> | undefined;

/** Where two have one name, a folder of that name comes first, then the order of the places. Reads no manifest yet. */
export function createPackageIndex(
  places: readonly Place[],
  openStore: OpenStore = () => undefined,
): PackageIndex {
  let listed: readonly Candidate[] | undefined;
  let byFolderName: ReadonlyMap<string, readonly Candidate[]> | undefined;
  let byName: ReadonlyMap<string, readonly Package[]> | undefined;
  const read = remember(readPackage);
  const candidates = () => (listed ??= listCandidates(places));
  const inFolders = () => (byFolderName ??= groupBy(candidates(), ({ name }) => name));
  let store: { readonly opened: PackageStore<StoredPackage> | undefined } | undefined;
  const opened = () => (store ??= { opened: openStore(candidates()) }).opened;
  const all = () => (byName ??= listAll(candidates(), readAll(candidates(), read, opened())));
  const first = () => [...all().values()].map(([found]) => found!);

  function* ofFolder(name: string): Iterable<Package> {
    for (const candidate of inFolders().get(name) ?? []) {
      const found = read(candidate);
      if (found !== undefined && nameOf(found) === name) yield found;
    }
  }

  function firstOfFolder(name: string): Package | undefined {
    for (const found of ofFolder(name)) return found;
    return undefined;
  }

  return {
    get store() {
      return opened();
    },
    find(name) {
      const folderName = name.replaceAll('_', '-');
      return usable(firstOfFolder(folderName) ?? all().get(folderName)?.[0]);
    },
    findByFolder: (name) => readable(firstOfFolder(name.replaceAll('_', '-'))),
    all: () => first().flatMap((found) => readable(found) ?? []),
    broken: () => first().filter(isBroken),
    shadowedBy: (integration) => othersThan(integration, [...ofFolder(integration.manifest.name)]),
    shadowed: () =>
      [...all().values()].flatMap(([used, ...others]) => (isBroken(used!) ? [] : othersThan(used!, others))),
  };
}

/** The packages of one name that are not the same folder, reached by another path. */
function othersThan(used: InstalledIntegration, found: readonly Package[]): ShadowedPackage[] {
  const folders = new Set(found.flatMap((one) => (isBroken(one) ? [] : [one.folder])));
  folders.delete(used.folder);
  return [...folders].map((unused) => ({ name: used.manifest.name, used: used.folder, unused }));
}

function isBroken(found: Package | Exclude<StoredPackage, null>): found is BrokenPackage {
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

/** What each candidate is: as it is kept, or as it is read now and then kept. */
function readAll(
  candidates: readonly Candidate[],
  read: (candidate: Candidate) => Package | undefined,
  store: PackageStore<StoredPackage> | undefined,
): readonly (Package | undefined)[] {
  const kept = store?.read();
  if (kept) return candidates.map(({ refuse }, at) => withRefuse(kept[at]!, refuse));
  const found = candidates.map(read);
  store?.write(found.map((one) => one ?? null));
  return found;
}

function withRefuse(found: StoredPackage, refuse: Candidate['refuse']): Package | undefined {
  if (found === null) return undefined;
  return refuse && !isBroken(found) ? { ...found, refuse } : found;
}

/** By name, sorted; of one name, the one that is used first. */
function listAll(
  candidates: readonly Candidate[],
  packages: readonly (Package | undefined)[],
): ReadonlyMap<string, readonly Package[]> {
  const found = candidates.flatMap((candidate, at) => {
    const one = packages[at];
    return one ? [{ one, isElsewhere: candidate.name !== nameOf(one) }] : [];
  });
  const ranked = found.toSorted((a, b) => Number(a.isElsewhere) - Number(b.isElsewhere));
  const byName = groupBy(
    ranked.map(({ one }) => one),
    nameOf,
  );
  return new Map([...byName].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function groupBy<T>(items: readonly T[], nameOfItem: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const same = groups.get(nameOfItem(item));
    if (same) same.push(item);
    else groups.set(nameOfItem(item), [item]);
  }
  return groups;
}

/** Undefined for a folder that is no integration, and for one whose code is not used. */
function readPackage({ name, folder, refuse }: Candidate): Package | undefined {
  try {
    const text = readManifestText(folder, refuse);
    if (text === undefined) return undefined;
    return { manifest: parseManifest(text), folder: realpathSync(folder), ...(refuse && { refuse }) };
  } catch (error) {
    const problem = `the integration in ${folder} is broken: ${describeProblem(error)}. Reinstall it or remove the folder.`;
    return { name, folder, problem };
  }
}

function readManifestText(folder: string, refuse: Candidate['refuse']): string | undefined {
  try {
    return refuse?.(folder) === undefined ? readPlainFile(join(folder, 'manifest.json')) : undefined;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['ENOENT', 'ENOTDIR'].includes(code)) return undefined;
    throw error;
  }
}

function remember(make: (candidate: Candidate) => Package | undefined): typeof make {
  const made = new Map<string, Package | undefined>();
  return (candidate) => {
    const { folder } = candidate;
    if (!made.has(folder)) made.set(folder, make(candidate));
    return made.get(folder);
  };
}
