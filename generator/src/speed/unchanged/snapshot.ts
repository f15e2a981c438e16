import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { keptEntries } from '../../emit/package/check-package-paths.js';
import type { Project } from '../../emit/package/project.js';
import { digestText } from '../../write/digest-files.js';
import { type GeneratorState, readGenerator } from './generator-state.js';
import { readTree, type TreeState } from './tree-state.js';

export interface Folders {
  readonly specsFolder: string;
  readonly packagesFolder: string;
  readonly project?: Project | undefined;
}

/** Everything that generated packages depend on, the project's links included, and the packages, as they are on disk now. */
export interface Snapshot {
  readonly generator: GeneratorState;
  /** Names in the folders of specs and of packages, in order; a folder's ends in `/`, that of a link or the like in `@`. */
  readonly specNames: readonly string[];
  readonly packageNames: readonly string[];
}

/** The three folders of an integration: its spec without the functions, the functions, and its package. */
export type Folder = 'shared' | 'functions' | 'output';

/** Undefined when something cannot be told from the disk; then nothing is known to be unchanged. */
export function takeSnapshot(folders: Folders): Snapshot | undefined {
  try {
    return {
      generator: withProject(readGenerator(), folders.project),
      specNames: listNames(folders.specsFolder),
      packageNames: existsSync(folders.packagesFolder) ? listNames(folders.packagesFolder) : [],
    };
  } catch {
    return undefined;
  }
}

/** Links of the project are in every package, as what the generator itself writes is. */
function withProject({ digest, newest }: GeneratorState, project: Project = {}): GeneratorState {
  return { digest: digestText(digest + JSON.stringify(project)), newest };
}

/** Hidden files of editors and the system do not count; what a killed run left behind does. */
function listNames(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(
    ({ name }) => !/^\.(?!tmp-)|~$/.test(name),
  );
  const suffix = (entry: Dirent) => (entry.isFile() ? '' : entry.isDirectory() ? '/' : '@');
  return entries.map((entry) => entry.name + suffix(entry)).toSorted();
}

export function folderPath(folders: Folders, name: string, folder: Folder): string {
  if (folder === 'output') return join(folders.packagesFolder, name);
  return folder === 'shared' ? join(folders.specsFolder, name) : join(folders.specsFolder, name, 'functions');
}

const skipped = { shared: ['functions'], functions: [], output: keptEntries } as const;

export function readFolder(folders: Folders, name: string, folder: Folder): TreeState | undefined {
  return readTree(folderPath(folders, name, folder), skipped[folder]);
}
