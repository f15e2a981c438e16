import { type Folders, type Snapshot, readFolder, folderPath, type Folder } from './snapshot.js';
import { matchTree, type RecordedTree } from './recorded-tree.js';
import type { IntegrationRecord, RunRecord } from './run-record.js';

/** What is as the last run left it, and what is not. */
export interface Freshness {
  /** The record, brought up to date; without the integrations that are stale. */
  readonly record: RunRecord;
  /** Names of the integrations to generate. */
  readonly stale: readonly string[];
}

/**
 * Compares the disk with the record of the last run. Undefined: everything has to be generated,
 * because something changed that can matter to more than one integration: the generator, an
 * integration.yaml, or which specs and packages there are. Functions matter to their own alone.
 */
export function findStale(
  folders: Folders,
  record: RunRecord,
  snapshot: Snapshot,
  since: number,
): Freshness | undefined {
  if (record.generator !== snapshot.generator.digest) return undefined;
  if (!isSameList(record.specNames, snapshot.specNames)) return undefined;
  if (!isSameList(record.packageNames, snapshot.packageNames)) return undefined;

  const integrations: Record<string, IntegrationRecord> = {};
  const stale: string[] = [];
  for (const [name, known] of Object.entries(record.integrations)) {
    const match = (folder: Folder): RecordedTree | undefined =>
      matchTree(known[folder], readFolder(folders, name, folder), folderPath(folders, name, folder), since);
    const shared = match('shared');
    if (!shared) return undefined;
    const functions = match('functions');
    const output = functions && match('output');
    if (functions && output) integrations[name] = { ...known, shared, functions, output };
    else stale.push(name);
  }
  return { record: { ...record, integrations }, stale };
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
