import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Environment, HostOperation, IntegrationDetails } from '@kosmokrator/runtime';
import { brokenIntegration } from './broken-integration.js';
import type { InstalledFunction, InstalledIntegration } from './installed.js';
import { loadDetails, loadOperation } from './load-operation.js';
import type { Schemas } from './manifest.js';
import {
  type BrokenPackage,
  createPackageIndex,
  type PackageIndex,
  type ShadowedPackage,
} from './package-index.js';
import { findForeignFile } from './places/find-foreign-file.js';
import { findPlaces } from './places/find-places.js';
import { findUntrusted } from './places/find-untrusted.js';
import { openPackageStore } from '../stored/package-store.js';
import type { IndexStore } from '../stored/index-store.js';
import { prefixes } from './prefixes.js';
import { readPlainFile } from '../files/read-plain-file.js';

/**
 * The installed integrations, each read when it is asked for. To ask for one whose package is broken throws
 * `broken_integration`; the other integrations still work.
 */
export interface Catalog {
  /** Sorted by name. Reads all manifests. */
  readonly integrations: readonly InstalledIntegration[];
  /** The packages that `integrations` lacks because they cannot be read: listings name them. Reads all manifests. */
  readonly broken: readonly BrokenPackage[];
  /** The packages that are not used since another of the same name comes first. Reads all manifests. */
  readonly shadowed: readonly ShadowedPackage[];
  /** Full names of all functions. Reads all manifests. */
  readonly functionNames: readonly string[];
  /** By full name: `upstash_get_key`. */
  find(fullName: string): InstalledFunction | undefined;
  /** By name or namespace. */
  integration(name: string): InstalledIntegration | undefined;
  /** The integrations after which these environment variables are called: `UPSTASH_REDIS_REST_TOKEN` after `upstash`. */
  namedBy(variables: readonly string[]): readonly InstalledIntegration[];
  /**
   * What an error about an integration that is not installed should add: that a folder nearby has a package of one of
   * these names, which is used only when the user trusts it. Else empty.
   */
  untrusted(...names: readonly string[]): string;
  /** The operation of one function of an integration: `operation('upstash', 'get_key')`. Loads no other function. */
  operation(name: string, fn: string): Promise<HostOperation>;
  /** The credentials and APIs of an integration. Loads no function. */
  details(name: string): Promise<IntegrationDetails>;
  schemas(name: string): Promise<Schemas>;
  /** Keeps the search index of the packages; absent where they are few or nothing is kept. */
  readonly indexStore?: IndexStore | undefined;
  /** A file of the package as text: `docs/lua.md`. Throws for a path that leads out of the package. */
  readFile(name: string, path: string): Promise<string>;
}

export interface CatalogOptions {
  /** Look here only, whoever the folders belong to. Each is a folder of packages, or a package. */
  readonly folders?: readonly string[];
  /** Default: `process.env`. */
  readonly env?: Environment;
  /** Default: the working folder. */
  readonly cwd?: string;
  /** Files of the program: what is installed along with them comes before what the working folder has. Default: none. */
  readonly program?: readonly string[];
  /**
   * Whether manifests and the search index of many packages are kept in the user's cache folder, and read from there while
   * no package has changed: for listings and search, never for a host that makes calls. Default: false.
   */
  readonly keep?: boolean;
  /** Told once of each package that one in use hides. */
  readonly onShadowed?: (shadowed: ShadowedPackage) => void;
}

/**
 * Finds the installed integrations by folder; where two have one name, the first wins. It looks at what
 * `KOSMO_INTEGRATIONS_PATH` names, at what is installed along with the program or with this module, at `node_modules` of
 * the nearest package.json, and at the folders that the user trusts (`kosmo trust`), in this order. It lists names of folders
 * and opens no package, so that a host of a thousand integrations starts like an empty one. Throws for a folder that is
 * named and is none.
 */
export function loadCatalog(options: CatalogOptions = {}): Catalog {
  const { env = process.env, cwd = process.cwd(), program = [], keep = false, onShadowed } = options;
  const surroundings = { env, cwd, program };
  const places =
    options.folders?.map((folder) => ({ folder, namedBy: 'folders' })) ?? findPlaces(surroundings);
  const index = createPackageIndex(places, (found) => (keep ? openPackageStore(found, env) : undefined));
  const told = new Set<InstalledIntegration>();
  const loading = new Map<string, Promise<HostOperation>>();
  const called = new Map<string, InstalledFunction>();
  let functions: ReadonlyMap<string, InstalledFunction> | undefined;
  const allFunctions = () => (functions ??= new Map(index.all().flatMap(functionEntries)));
  const untrusted = (...names: readonly string[]) =>
    options.folders === undefined ? findUntrusted(names, places, surroundings) : '';
  const used = <T extends InstalledIntegration | undefined>(found: T): T => {
    if (found === undefined || onShadowed === undefined || told.has(found)) return found;
    told.add(found);
    index.shadowedBy(found).forEach(onShadowed);
    return found;
  };
  const own = new Set<InstalledIntegration>();
  const known = (name: string) => {
    const found = used(index.find(name)) ?? notInstalled(name, index, untrusted(name));
    if (!own.has(found)) checkOwn(found);
    own.add(found);
    return found;
  };
  return {
    get indexStore() {
      return index.store?.search;
    },
    get integrations() {
      return index.all();
    },
    get broken() {
      return index.broken();
    },
    get shadowed() {
      return index.shadowed();
    },
    get functionNames() {
      return [...allFunctions().keys()];
    },
    find(fullName) {
      const found = called.get(fullName) ?? findByPrefix(fullName, index) ?? allFunctions().get(fullName);
      if (found && used(found.integration)) called.set(fullName, found);
      // Nobody knows the functions of a package that is broken.
      else prefixes(fullName).forEach(index.find);
      return found;
    },
    integration: (name) => used(index.find(name)),
    untrusted,
    namedBy(variables) {
      const owners = variables.map((variable) => prefixes(variable.toLowerCase()).map(index.findByFolder));
      return [...new Set(owners.flatMap((found) => found.find(Boolean) ?? []))];
    },
    async operation(name, fn) {
      const integration = known(name);
      const key = `${integration.folder}:${fn}`;
      if (!loading.has(key)) loading.set(key, loadOperation(integration, fn));
      try {
        return await loading.get(key)!;
      } catch (error) {
        loading.delete(key);
        throw error;
      }
    },
    details: async (name) => loadDetails(known(name)),
    schemas: async (name) => readSchemas(known(name)),
    readFile: async (name, path) => readInside(known(name), path),
  };
}

/** Before anything but the manifest of a package is read: no file of it is somebody else's. */
function checkOwn(integration: InstalledIntegration): void {
  const { folder, refuse } = integration;
  const foreign = refuse ? findForeignFile(folder, refuse) : undefined;
  if (foreign === undefined) return;
  const fix =
    'Its code would run with your credentials. Make sure that only you can change it, or reinstall it.';
  throw brokenIntegration(integration, `is not used because ${foreign}`, undefined, fix);
}

/** The function of a full name whose beginning is the name of a folder. */
function findByPrefix(fullName: string, index: PackageIndex): InstalledFunction | undefined {
  for (const namespace of prefixes(fullName)) {
    const integration = index.findByFolder(namespace);
    const fn = integration?.manifest.functions.find(({ full_name }) => full_name === fullName);
    if (integration && fn) return { integration, function: fn };
  }
  return undefined;
}

function functionEntries(integration: InstalledIntegration): [string, InstalledFunction][] {
  return integration.manifest.functions.map((fn) => [fn.full_name, { integration, function: fn }]);
}

function notInstalled(name: string, index: PackageIndex, hint: string): never {
  const names = index.all().flatMap(({ manifest }) => manifest.name);
  const more = hint || `; installed: ${names.join(', ') || 'none'}`;
  throw new Error(`no integration "${name}" is installed${more}`);
}

async function readSchemas(integration: InstalledIntegration): Promise<Schemas> {
  const text = await readInside(integration, 'schemas.json');
  try {
    return JSON.parse(text) as Schemas;
  } catch (error) {
    throw brokenIntegration(integration, 'has a schemas.json that is not JSON', error);
  }
}

async function readInside(integration: InstalledIntegration, path: string): Promise<string> {
  const { folder } = integration;
  const file = resolve(folder, path);
  const outside = (to: string) => {
    const way = relative(folder, to);
    return way === '' || way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
  };
  if (outside(file)) throw new Error(`${path} is not a file of ${folder}`);
  try {
    if (!outside(realpathSync(file))) return readPlainFile(file);
  } catch (error) {
    throw brokenIntegration(integration, `lacks ${path}`, error);
  }
  throw new Error(`${path} is not a file of ${folder}`);
}
