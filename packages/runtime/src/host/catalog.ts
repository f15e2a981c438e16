import { readFileSync, realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Environment } from '../account-from-env.js';
import type { HostOperation } from '../operation.js';
import { brokenIntegration } from './broken-integration.js';
import { findPackages, searchFolders } from './find-packages.js';
import { type Manifest, type ManifestFunction, parseManifest, type Schemas } from './manifest.js';

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

/** The installed integrations. Manifests are read at once, everything else when it is asked for. */
export interface Catalog {
  /** Sorted by name. */
  readonly integrations: readonly InstalledIntegration[];
  /** Full names of all functions. */
  readonly functionNames: readonly string[];
  /** By full name: `upstash_get_key`. */
  find(fullName: string): InstalledFunction | undefined;
  /** By name or namespace. */
  integration(name: string): InstalledIntegration | undefined;
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
 * Finds the installed integrations by folder; where two have one name, the first wins.
 * A broken package is an error that names its folder.
 */
export function loadCatalog(options: CatalogOptions = {}): Catalog {
  const folders = options.folders ?? searchFolders(options.env ?? process.env, options.cwd ?? process.cwd());
  const byName = new Map<string, InstalledIntegration>();
  for (const folder of findPackages(folders)) {
    const manifest = readManifest(folder);
    if (!byName.has(manifest.name)) byName.set(manifest.name, { manifest, folder });
  }
  return createCatalog([...byName.values()].toSorted((a, b) => (a.manifest.name < b.manifest.name ? -1 : 1)));
}

function createCatalog(integrations: readonly InstalledIntegration[]): Catalog {
  const byName = new Map<string, InstalledIntegration>();
  const byFunction = new Map<string, InstalledFunction>();
  for (const integration of integrations) {
    const { name, namespace, functions } = integration.manifest;
    byName.set(namespace, integration).set(name, integration);
    for (const fn of functions) byFunction.set(fn.full_name, { integration, function: fn });
  }
  const known = (name: string) => {
    const integration = byName.get(name);
    if (integration) return integration;
    throw new Error(
      `no integration "${name}" is installed; installed: ${[...byName.keys()].join(', ') || 'none'}`,
    );
  };
  return {
    integrations,
    functionNames: [...byFunction.keys()],
    find: (fullName) => byFunction.get(fullName),
    integration: (name) => byName.get(name),
    operations: async (name) => loadOperations(known(name)),
    schemas: async (name) => readSchemas(known(name)),
    readFile: async (name, path) => readInside(known(name), path),
  };
}

function readManifest(folder: string): Manifest {
  try {
    return parseManifest(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  } catch (error) {
    throw new Error(
      `the integration in ${folder} is broken: ${(error as Error).message}. Reinstall it or remove the folder.`,
      { cause: error },
    );
  }
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
