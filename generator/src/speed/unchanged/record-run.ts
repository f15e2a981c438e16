import { isDeepStrictEqual } from 'node:util';
import type { PackageResult } from '../../pipeline/generate-one.js';
import {
  type Folders,
  type Snapshot,
  takeSnapshot,
  readFolder,
  type Folder,
  folderPath,
} from './snapshot.js';
import { contentDigest, isOld, type RecordedTree, recordTree } from './recorded-tree.js';
import type { IntegrationRecord, RunRecord } from './run-record.js';
import type { TreeState } from './tree-state.js';

/** Spec folders by integration, as they were before they were read. */
export type Inputs = ReadonlyMap<string, Readonly<Record<'shared' | 'functions', TreeState | undefined>>>;

export function readInputs(folders: Folders, names: readonly string[]): Inputs {
  const both = (name: string) => ({
    shared: readFolder(folders, name, 'shared'),
    functions: readFolder(folders, name, 'functions'),
  });
  return new Map(names.map((name) => [name, both(name)]));
}

export interface FinishedRun {
  readonly folders: Folders;
  /** The snapshot from before the run, as `inputs` is. */
  readonly snapshot: Snapshot;
  readonly inputs: Inputs;
  readonly packages: readonly PackageResult[];
  readonly unchanged: Readonly<Record<string, IntegrationRecord>>;
  /** When the run began. */
  readonly since: number;
}

/** What to record of a run; undefined when the specs or the generator changed meanwhile, or have a file that is no plain one. */
export function recordRun({
  folders,
  snapshot,
  inputs,
  packages,
  unchanged,
  since,
}: FinishedRun): RunRecord | undefined {
  const now = takeSnapshot(folders);
  if (!now || !isDeepStrictEqual(now.specNames, snapshot.specNames)) return undefined;
  if (now.generator.digest !== snapshot.generator.digest || !isOld(now.generator, since)) return undefined;

  const made = new Map(packages.map((result) => [result.name, result]));
  const integrations: Record<string, IntegrationRecord> = { ...unchanged };
  for (const [name, before] of inputs) {
    const result = made.get(name);
    const record = (folder: Folder, content?: string): RecordedTree | undefined => {
      const tree = readFolder(folders, name, folder);
      if (!tree || (folder !== 'output' && tree.stats !== before[folder]?.stats)) return undefined;
      return recordTree(tree, content ?? contentDigest(folderPath(folders, name, folder), tree), since);
    };
    const shared = record('shared');
    const functions = record('functions');
    const output = result && record('output', result.digest);
    if (!shared || !functions || !output) return undefined;
    const { functionCount, fileCount } = result;
    integrations[name] = { shared, functions, output, functionCount, fileCount };
  }
  return {
    generator: now.generator.digest,
    specNames: now.specNames,
    packageNames: now.packageNames,
    integrations,
  };
}
