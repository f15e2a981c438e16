import { readdirSync, statSync, type Dirent } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { readSpecFile, wholeFile } from './read-spec-file.js';
import { readConnected } from './read-connected.js';
import { readText } from './read-text.js';
import { readVersion } from './read-version.js';
import type { FunctionFile, LoadedIntegration, Neighbour } from './spec-file.js';

export interface LoadOptions {
  /** Names of the only integrations to load. */
  readonly only?: readonly string[] | undefined;
  /** Where released packages are, for their versions. Default: every version is `0.0.0`. */
  readonly packagesFolder?: string | undefined;
}

export interface Loaded {
  /** In code-point order; without those whose integration.yaml could not be read. */
  readonly integrations: readonly LoadedIntegration[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads every integration below `specsFolder`. The order in which the disk lists files does not matter. */
export async function loadSpecs(specsFolder: string, options: LoadOptions = {}): Promise<Loaded> {
  const root = dirname(resolve(specsFolder));
  const names = listIntegrations(specsFolder);
  const integrations: LoadedIntegration[] = [];
  const { packagesFolder } = options;
  const loader = { root, names, diagnostics: [] as Diagnostic[], packagesFolder };
  for (const name of names) {
    if (options.only && !options.only.includes(name)) continue;
    const loaded = await loadIntegration(loader, join(basename(resolve(specsFolder)), name), name);
    if (loaded) integrations.push(loaded);
  }
  for (const name of options.only ?? []) {
    if (names.includes(name)) continue;
    const file = posix(join(basename(resolve(specsFolder)), name));
    loader.diagnostics.push(wholeFile('INTEGRATION_UNKNOWN', `there is no integration \`${name}\``, file));
  }
  return { integrations, diagnostics: loader.diagnostics };
}

/** Names of the integrations that `loadSpecs` reads when it is not told which, in code-point order. */
export function listIntegrations(specsFolder: string): string[] {
  return list(specsFolder).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}

interface Loader {
  readonly root: string;
  /** Of all integrations, loaded or not. */
  readonly names: readonly string[];
  readonly diagnostics: Diagnostic[];
  readonly packagesFolder: string | undefined;
}

const known = new Set(['integration.yaml', 'functions', 'overview.md', 'icon.svg']);

async function loadIntegration(
  loader: Loader,
  folder: string,
  name: string,
): Promise<LoadedIntegration | undefined> {
  const faults = loader.diagnostics.length;
  const entries = list(join(loader.root, folder));
  for (const entry of entries) if (!known.has(entry.name)) unexpected(loader, folder, entry.name);
  const names = new Set(entries.map((entry) => entry.name));
  if (!names.has('integration.yaml')) {
    const message = `the folder \`${name}\` has no integration.yaml`;
    loader.diagnostics.push(wholeFile('INTEGRATION_MISSING', message, posix(folder)));
  }
  const integration = names.has('integration.yaml') && (await read(loader, join(folder, 'integration.yaml')));
  const functionEntries = names.has('functions') ? list(join(loader.root, folder, 'functions')) : [];
  const functions: FunctionFile[] = [];
  const functionNames: string[] = [];
  for (const entry of functionEntries) {
    if (!entry.isFile() || !entry.name.endsWith('.yaml')) {
      unexpected(loader, join(folder, 'functions'), entry.name);
      continue;
    }
    const functionName = entry.name.slice(0, -'.yaml'.length);
    functionNames.push(functionName);
    const file = await read(loader, join(folder, 'functions', entry.name));
    if (file) functions.push({ ...file, name: functionName });
  }
  if (!integration) return undefined;
  if (functionNames.length === 0) {
    loader.diagnostics.push(
      wholeFile('FUNCTIONS_MISSING', 'the integration has no functions', integration.path),
    );
  }
  const overview = names.has('overview.md') ? readOverview(loader, join(folder, 'overview.md')) : undefined;
  return {
    name,
    integration,
    functions,
    functionNames,
    neighbours: findNeighbours(loader, folder, name),
    connected: await readConnected(join(loader.root, dirname(folder)), functions, loader.names),
    integrationNames: loader.names,
    sound: loader.diagnostics.length === faults,
    ...(overview === undefined ? {} : { overview }),
    version: loader.packagesFolder === undefined ? '0.0.0' : readVersion(join(loader.packagesFolder, name)),
  };
}

/** Integrations whose namespace continues this one's, or the reverse. */
function findNeighbours({ root, names }: Loader, folder: string, name: string): Neighbour[] {
  const related = names.filter((other) => other.startsWith(`${name}-`) || name.startsWith(`${other}-`));
  return related.map((other) => {
    const functionsFolder = join(dirname(folder), other, 'functions');
    const files = list(join(root, functionsFolder)).filter((entry) => entry.name.endsWith('.yaml'));
    const functions = files.map((entry) => ({
      name: entry.name.slice(0, -'.yaml'.length),
      path: posix(join(functionsFolder, entry.name)),
    }));
    return { name: other, functions };
  });
}

async function read(loader: Loader, path: string) {
  const { file, diagnostics } = await readSpecFile(join(loader.root, path), posix(path));
  loader.diagnostics.push(...diagnostics);
  return file;
}

function readOverview(loader: Loader, path: string): string | undefined {
  const reading = readText(join(loader.root, path));
  if ('text' in reading) return reading.text.trim() === '' ? undefined : reading.text;
  const { code, message } = reading.fault;
  loader.diagnostics.push(wholeFile(code, message, posix(path)));
  return undefined;
}

function unexpected({ diagnostics }: Loader, folder: string, name: string): void {
  const message = `nothing reads a file named \`${name}\` here`;
  diagnostics.push(wholeFile('FILE_UNEXPECTED', message, posix(join(folder, name))));
}

/** Entries by name in code-point order, without hidden ones (editors' and the system's). */
function list(folder: string): Dirent[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  const visible = entries.filter(({ name }) => !name.startsWith('.') && !name.endsWith('~'));
  return visible.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function posix(path: string): string {
  return path.replaceAll('\\', '/');
}
