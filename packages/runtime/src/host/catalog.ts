import { realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Environment } from '../account-from-env.js';
import type { HostOperation } from '../operation.js';
import { brokenIntegration } from './broken-integration.js';
import { searchFolders } from './find-packages.js';
import type { Manifest, ManifestFunction, Schemas } from './manifest.js';
import { createPackageIndex, type PackageIndex } from './package-index.js';

/** One installed integration. */
export interface InstalledIntegration {
  readonly manifest: Manifest;
  /** Its package's folder, symlinks resolved. */
  readonly folder: string;
}

/** One function of an installed integration. */
export interface InstalledFunction {
  readonly integration: InstalledIntegration;
  readonly function: ManifestFunction;
}

/** The installed integrations, each read when it is asked for. A broken package is an error when it is read. */
export interface Catalog {
  /** Sorted by name. Reads all manifests. */
  readonly integrations: readonly InstalledIntegration[];
  /** Full names of all functions. Reads all manifests. */
  readonly functionNames: readonly string[];
  /** By full name: `upstash_get_key`. */
  find(fullName: string): InstalledFunction | undefined;
  /** By name or namespace. */
  integration(name: string): InstalledIntegration | undefined;
  /** Those after which these environment variables are called: `UPSTASH_REDIS_REST_TOKEN` after `upstash`. */
  namedBy(variables: readonly string[]): readonly InstalledIntegration[];
  /** The operations of an integration, by function name. */
  operations(name: string): Promise<Readonly<Record<string, HostOperation>>>;
  schemas(name: string): Promise<Schemas>;
  /** A file of the package as text: `docs/lua.md`. A path that leads out of the package is refused. */
  readFile(name: string, path: string): Promise<string>;
}

export interface CatalogOptions {
  /** Look here only. Each is a folder of packages, or a package. */
  readonly folders?: readonly string[];
  /** Default: `process.env`. */
  readonly env?: Environment;
  /** Default: the working folder. */
  readonly cwd?: string;
}

/**
 * Finds the installed integrations by folder; where two have one name, the first wins. It lists names of folders and
 * opens no package, so that a host of a thousand integrations starts like an empty one.
 */
export function loadCatalog(options: CatalogOptions = {}): Catalog {
  const folders = options.folders ?? searchFolders(options.env ?? process.env, options.cwd ?? process.cwd());
  const index = createPackageIndex(folders);
  const loading = new Map<string, ReturnType<typeof loadOperations>>();
  let functions: ReadonlyMap<string, InstalledFunction> | undefined;
  const allFunctions = () => (functions ??= new Map(index.all().flatMap(functionEntries)));
  const known = (name: string) => index.find(name) ?? notInstalled(name, index);
  return {
    get integrations() {
      return index.all();
    },
    get functionNames() {
      return [...allFunctions().keys()];
    },
    find: (fullName) => findByPrefix(fullName, index) ?? allFunctions().get(fullName),
    integration: (name) => index.find(name),
    namedBy(variables) {
      const owners = variables.map((variable) => prefixes(variable.toLowerCase()).map(index.findByFolder));
      return [...new Set(owners.flatMap((found) => found.find(Boolean) ?? []))];
    },
    async operations(name) {
      const integration = known(name);
      const { folder } = integration;
      if (!loading.has(folder)) loading.set(folder, loadOperations(integration));
      try {
        return await loading.get(folder)!;
      } catch (error) {
        loading.delete(folder);
        throw error;
      }
    },
    schemas: async (name) => readSchemas(known(name)),
    readFile: async (name, path) => readInside(known(name), path),
  };
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

/** `a_b_c`: `a_b`, `a`. */
function prefixes(name: string): string[] {
  const words = name.split('_');
  return words.slice(1).map((_, index) => words.slice(0, words.length - 1 - index).join('_'));
}

function functionEntries(integration: InstalledIntegration): [string, InstalledFunction][] {
  return integration.manifest.functions.map((fn) => [fn.full_name, { integration, function: fn }]);
}

function notInstalled(name: string, index: PackageIndex): never {
  const names = index.all().flatMap(({ manifest }) => manifest.name);
  throw new Error(`no integration "${name}" is installed; installed: ${names.join(', ') || 'none'}`);
}

async function loadOperations(
  integration: InstalledIntegration,
): Promise<Readonly<Record<string, HostOperation>>> {
  const file = join(integration.folder, 'dist', 'operations.js');
  let module: { operations?: Record<string, HostOperation> };
  try {
    module = (await import(pathToFileURL(file).href)) as typeof module;
  } catch (error) {
    throw brokenIntegration(integration, `cannot load ${file}`, error);
  }
  if (module.operations) return module.operations;
  throw brokenIntegration(integration, `has a ${file} that does not export operations`);
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
    if (!outside(realpathSync(file))) return await readFile(file, 'utf8');
  } catch (error) {
    throw brokenIntegration(integration, `lacks ${path}`, error);
  }
  throw new Error(`${path} is not a file of ${folder}`);
}
