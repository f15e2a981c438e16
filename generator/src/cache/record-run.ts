import { isDeepStrictEqual } from 'node:util';
import type { PackageResult } from '../pipeline/batch.js';
import { type Folders, type Look, lookAround, lookAt, type Part, partFolder } from './look-around.js';
import { contentDigest, isOld, type RememberedTree, rememberTree } from './remembered-tree.js';
import type { IntegrationRecord, RunRecord } from './run-record.js';
import type { TreeState } from './tree-state.js';

/** Spec folders by integration, as they were before they were read. */
export type Inputs = ReadonlyMap<string, Readonly<Record<'shared' | 'functions', TreeState | undefined>>>;

export function lookAtInputs(folders: Folders, names: readonly string[]): Inputs {
  const look = (name: string) => ({
    shared: lookAt(folders, name, 'shared'),
    functions: lookAt(folders, name, 'functions'),
  });
  return new Map(names.map((name) => [name, look(name)]));
}

export interface FinishedRun {
  readonly folders: Folders;
  /** From before the run, as `inputs`. */
  readonly look: Look;
  readonly inputs: Inputs;
  readonly packages: readonly PackageResult[];
  readonly unchanged: Readonly<Record<string, IntegrationRecord>>;
  /** When the run began. */
  readonly since: number;
}

/** What to remember of a run; undefined when the specs or the generator changed meanwhile, or hold what cannot be told. */
export function recordRun({
  folders,
  look,
  inputs,
  packages,
  unchanged,
  since,
}: FinishedRun): RunRecord | undefined {
  const now = lookAround(folders);
  if (!now || !isDeepStrictEqual(now.specNames, look.specNames)) return undefined;
  if (now.generator.digest !== look.generator.digest || !isOld(now.generator, since)) return undefined;

  const made = new Map(packages.map((result) => [result.name, result]));
  const integrations: Record<string, IntegrationRecord> = { ...unchanged };
  for (const [name, before] of inputs) {
    const result = made.get(name);
    const remember = (part: Part, content?: string): RememberedTree | undefined => {
      const tree = lookAt(folders, name, part);
      if (!tree || (part !== 'output' && tree.stats !== before[part]?.stats)) return undefined;
      return rememberTree(tree, content ?? contentDigest(partFolder(folders, name, part), tree), since);
    };
    const shared = remember('shared');
    const functions = remember('functions');
    const output = result && remember('output', result.digest);
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
