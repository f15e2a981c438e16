import { type Folders, type Look, lookAt, partFolder, type Part } from './look-around.js';
import { matchTree, type RememberedTree } from './remembered-tree.js';
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
  look: Look,
  since: number,
): Freshness | undefined {
  if (record.generator !== look.generator.digest) return undefined;
  if (!isSameList(record.specNames, look.specNames)) return undefined;
  if (!isSameList(record.packageNames, look.packageNames)) return undefined;

  const integrations: Record<string, IntegrationRecord> = {};
  const stale: string[] = [];
  for (const [name, known] of Object.entries(record.integrations)) {
    const match = (part: Part): RememberedTree | undefined =>
      matchTree(known[part], lookAt(folders, name, part), partFolder(folders, name, part), since);
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
