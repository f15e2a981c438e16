import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { readConnected } from './read-connected.js';
import { readSpecFile, wholeFile } from './read-spec-file.js';
import { readText } from './read-text.js';
import { readVersion } from './read-version.js';
import type { FunctionFile, Loaded, Neighbour } from './spec-file.js';
import type { FolderEntry, SpecFiles } from './spec-files.js';
import { visibleEntries } from './visible-entries.js';
import { wrongKind } from './wrong-kind.js';

/** Where an integration is loaded from. */
export interface Source {
  readonly files: SpecFiles;
  /** The folder that the paths in diagnostics begin in, with a `/` at its end. */
  readonly root: string;
  /** The names of all integrations, loaded or not. */
  readonly names: readonly string[];
  readonly packagesFolder: string | undefined;
}

interface Loader extends Source {
  readonly diagnostics: Diagnostic[];
}

const known: Readonly<Record<string, 'file' | 'folder'>> = {
  'integration.yaml': 'file',
  functions: 'folder',
  'overview.md': 'file',
  'icon.svg': 'file',
};

/** Loads all files of an integration. `folder` is relative to the root. */
export async function loadIntegration(source: Source, folder: string, name: string): Promise<Loaded> {
  const loader: Loader = { ...source, diagnostics: [] };
  const { diagnostics } = loader;
  const entries = list(loader, folder);
  const names = new Set(entries.flatMap((entry) => (isKnown(loader, folder, entry) ? [entry.name] : [])));
  const has = (wanted: string) => entries.some((entry) => entry.name === wanted);
  if (!has('integration.yaml')) {
    const message = `the folder \`${name}\` has no integration.yaml`;
    loader.diagnostics.push(wholeFile('INTEGRATION_MISSING', message, folder));
  }
  const integration = names.has('integration.yaml') && (await read(loader, `${folder}/integration.yaml`));
  const functionsFolder = `${folder}/functions`;
  const functionEntries = names.has('functions') ? list(loader, functionsFolder) : [];
  const functions: FunctionFile[] = [];
  const functionNames: string[] = [];
  for (const entry of functionEntries) {
    const { kind } = entry;
    if (kind !== 'file' && kind !== 'folder') {
      refuse(loader, functionsFolder, entry, 'file');
    } else if (kind === 'folder' || !entry.name.endsWith('.yaml')) {
      unexpected(loader, functionsFolder, entry.name);
      continue;
    }
    const functionName = entry.name.slice(0, -'.yaml'.length);
    functionNames.push(functionName);
    if (kind !== 'file') continue;
    const file = await read(loader, `${functionsFolder}/${entry.name}`);
    if (file) functions.push({ ...file, name: functionName });
  }
  if (!integration) return { diagnostics };
  if (functionNames.length === 0 && has('functions') === names.has('functions')) {
    loader.diagnostics.push(
      wholeFile('FUNCTIONS_MISSING', 'the integration has no functions', integration.path),
    );
  }
  const version = readReleased(loader, name);
  const overview = names.has('overview.md') ? readOverview(loader, `${folder}/overview.md`) : undefined;
  const loaded = {
    name,
    integration,
    functions,
    functionNames,
    neighbours: findNeighbours(loader, folder, name),
    connected: await readConnected(loader, parentOf(folder), functions),
    integrationNames: loader.names,
    sound: diagnostics.length === 0,
    ...(overview === undefined ? {} : { overview }),
    version,
  };
  return { integration: loaded, diagnostics };
}

/** Integrations whose namespace continues this one's, or the reverse. */
function findNeighbours(loader: Loader, folder: string, name: string): Neighbour[] {
  const related = loader.names.filter(
    (other) => other.startsWith(`${name}-`) || name.startsWith(`${other}-`),
  );
  return related.map((other) => {
    const functionsFolder = `${parentOf(folder)}/${other}/functions`;
    const entries = list(loader, functionsFolder).filter((entry) => entry.name.endsWith('.yaml'));
    const functions = entries.map((entry) => ({
      name: entry.name.slice(0, -'.yaml'.length),
      path: `${functionsFolder}/${entry.name}`,
    }));
    return { name: other, functions };
  });
}

async function read(loader: Loader, path: string) {
  const { file, diagnostics } = await readSpecFile(loader.files, `${loader.root}${path}`, path);
  loader.diagnostics.push(...diagnostics);
  return file;
}

/** The version of the released package. */
function readReleased({ files, root, packagesFolder, diagnostics }: Loader, name: string): string {
  if (packagesFolder === undefined) return '0.0.0';
  const path = `${packagesFolder}/${name}/package.json`;
  const found = readVersion(files, path);
  if (typeof found === 'string') return found;
  diagnostics.push({ ...found, file: path.startsWith(root) ? path.slice(root.length) : path });
  return '0.0.0';
}

function readOverview({ files, root, diagnostics }: Loader, path: string): string | undefined {
  const reading = readText(files, `${root}${path}`);
  if ('text' in reading) return reading.text.trim() === '' ? undefined : reading.text;
  const { code, message } = reading.fault;
  diagnostics.push(wholeFile(code, message, path));
  return undefined;
}

/** Whether an entry of an integration's folder is one that is read, of its kind. Tells of one that is not. */
function isKnown(loader: Loader, folder: string, entry: FolderEntry): boolean {
  const { name, kind } = entry;
  const expected = Object.hasOwn(known, name) ? known[name]! : undefined;
  if (kind === expected) return true;
  const isPlain = kind === 'file' || kind === 'folder';
  if (isPlain && expected === undefined) unexpected(loader, folder, name);
  else refuse(loader, folder, entry, expected ?? 'file');
  return false;
}

function refuse(
  { diagnostics }: Loader,
  folder: string,
  { name, kind }: FolderEntry,
  expected: string,
): void {
  diagnostics.push(wholeFile('FILE_KIND', wrongKind(name, kind, expected), `${folder}/${name}`));
}

function unexpected({ diagnostics }: Loader, folder: string, name: string): void {
  const message = `\`${name}\` is not a file of an integration`;
  diagnostics.push(wholeFile('FILE_UNEXPECTED', message, `${folder}/${name}`));
}

function list({ files, root }: Loader, folder: string): FolderEntry[] {
  return visibleEntries(files, `${root}${folder}`);
}

function parentOf(folder: string): string {
  return folder.slice(0, folder.lastIndexOf('/'));
}
