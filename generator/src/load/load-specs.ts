import { existsSync, lstatSync, readdirSync, realpathSync, type Dirent } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { entryKind, wrongKind } from './entry-kind.js';
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
  const entries = listEntries(specsFolder);
  const names = new Set(entries.map(({ name }) => name));
  const integrations: LoadedIntegration[] = [];
  const { packagesFolder } = options;
  const folders = entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  const loader = { root, names: folders, diagnostics: [] as Diagnostic[], packagesFolder };
  for (const entry of entries) {
    const { name } = entry;
    if (options.only && !options.only.includes(name)) continue;
    const folder = join(basename(resolve(specsFolder)), name);
    const loaded = entry.isDirectory() ? await loadIntegration(loader, folder, name) : undefined;
    if (!entry.isDirectory()) refuse(loader, folder, entryKind(entry), 'folder');
    if (loaded) integrations.push(loaded);
  }
  for (const name of options.only ?? []) {
    if (names.has(name)) continue;
    const file = posix(join(basename(resolve(specsFolder)), name));
    loader.diagnostics.push(wholeFile('INTEGRATION_UNKNOWN', `there is no integration \`${name}\``, file));
  }
  return { integrations, diagnostics: loader.diagnostics };
}

/**
 * Names of the integrations that `loadSpecs` reads when it is not told which, in code-point order. Links and the like are
 * among them, and refused there; files are not.
 */
export function listIntegrations(specsFolder: string): string[] {
  return listEntries(specsFolder).map(({ name }) => name);
}

/** The folder of specs itself may be a link: whoever runs this has named it. */
function listEntries(specsFolder: string): Dirent[] {
  if (!existsSync(specsFolder)) return [];
  return list(realpathSync(specsFolder)).filter((entry) => !entry.isFile());
}

interface Loader {
  readonly root: string;
  /** Of all integrations, loaded or not. */
  readonly names: readonly string[];
  readonly diagnostics: Diagnostic[];
  readonly packagesFolder: string | undefined;
}

const known: Readonly<Record<string, 'file' | 'folder'>> = {
  'integration.yaml': 'file',
  functions: 'folder',
  'overview.md': 'file',
  'icon.svg': 'file',
};

async function loadIntegration(
  loader: Loader,
  folder: string,
  name: string,
): Promise<LoadedIntegration | undefined> {
  const faults = loader.diagnostics.length;
  const entries = list(join(loader.root, folder));
  const names = new Set(entries.flatMap((entry) => (isKnown(loader, folder, entry) ? [entry.name] : [])));
  const has = (wanted: string) => entries.some((entry) => entry.name === wanted);
  if (!has('integration.yaml')) {
    const message = `the folder \`${name}\` has no integration.yaml`;
    loader.diagnostics.push(wholeFile('INTEGRATION_MISSING', message, posix(folder)));
  }
  const integration = names.has('integration.yaml') && (await read(loader, join(folder, 'integration.yaml')));
  const functionsFolder = join(folder, 'functions');
  const functionEntries = names.has('functions') ? list(join(loader.root, functionsFolder)) : [];
  const functions: FunctionFile[] = [];
  const functionNames: string[] = [];
  for (const entry of functionEntries) {
    const kind = entryKind(entry);
    if (kind !== 'file' && kind !== 'folder') {
      refuse(loader, join(functionsFolder, entry.name), kind, 'file');
    } else if (kind === 'folder' || !entry.name.endsWith('.yaml')) {
      unexpected(loader, functionsFolder, entry.name);
      continue;
    }
    const functionName = entry.name.slice(0, -'.yaml'.length);
    functionNames.push(functionName);
    if (kind !== 'file') continue;
    const file = await read(loader, join(functionsFolder, entry.name));
    if (file) functions.push({ ...file, name: functionName });
  }
  if (!integration) return undefined;
  if (functionNames.length === 0 && has('functions') === names.has('functions')) {
    loader.diagnostics.push(
      wholeFile('FUNCTIONS_MISSING', 'the integration has no functions', integration.path),
    );
  }
  const version = readReleased(loader, name);
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
    version,
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

/** The version of the released package. */
function readReleased({ root, packagesFolder, diagnostics }: Loader, name: string): string {
  if (packagesFolder === undefined) return '0.0.0';
  const file = join(resolve(packagesFolder), name, 'package.json');
  const found = readVersion(file);
  if (typeof found === 'string') return found;
  const path = relative(root, file);
  diagnostics.push({ ...found, file: posix(path.startsWith('..') ? file : path) });
  return '0.0.0';
}

function readOverview(loader: Loader, path: string): string | undefined {
  const reading = readText(join(loader.root, path));
  if ('text' in reading) return reading.text.trim() === '' ? undefined : reading.text;
  const { code, message } = reading.fault;
  loader.diagnostics.push(wholeFile(code, message, posix(path)));
  return undefined;
}

/** Whether an entry of an integration's folder is one that is read, of its kind. Tells of one that is not. */
function isKnown(loader: Loader, folder: string, entry: Dirent): boolean {
  const kind = entryKind(entry);
  const expected = Object.hasOwn(known, entry.name) ? known[entry.name]! : undefined;
  if (kind === expected) return true;
  const isPlain = kind === 'file' || kind === 'folder';
  if (isPlain && expected === undefined) unexpected(loader, folder, entry.name);
  else refuse(loader, join(folder, entry.name), kind, expected ?? 'file');
  return false;
}

function refuse({ diagnostics }: Loader, path: string, kind: string, expected: string): void {
  const message = wrongKind(basename(path), kind, expected);
  diagnostics.push(wholeFile('FILE_KIND', message, posix(path)));
}

function unexpected({ diagnostics }: Loader, folder: string, name: string): void {
  const message = `nothing reads a file named \`${name}\` here`;
  diagnostics.push(wholeFile('FILE_UNEXPECTED', message, posix(join(folder, name))));
}

/** Entries by name in code-point order, without hidden ones (editors' and the system's). None of a link. */
function list(folder: string): Dirent[] {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  const visible = entries.filter(({ name }) => !name.startsWith('.') && !name.endsWith('~'));
  return visible.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function posix(path: string): string {
  return path.replaceAll('\\', '/');
}
