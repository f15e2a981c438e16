import type { GenerateOptions, GenerateResult } from '../pipeline/generate.js';
import { findStale, type Freshness } from './unchanged/find-stale.js';
import { readFormatted, saveFormatted } from './formatted/formatted-record.js';
import { type Folders, type Snapshot, takeSnapshot } from './unchanged/snapshot.js';
import { readInputs, recordRun } from './unchanged/record-run.js';
import type { FormattedDigests } from './formatted/reuse-formatted.js';
import type { EachOptions } from './threads/each-options.js';
import { readRecord, recordFile, saveRecord } from './unchanged/run-record.js';

export interface ChangedResult extends Omit<GenerateResult, 'packages'> {
  /** The names of all integrations, changed or not. */
  readonly functionCount: number;
  readonly fileCount: number;
}

/**
 * Generates what changed since the last run. What did not is told from a record under
 * node_modules/.cache, before anything heavy is loaded; without one, all is generated.
 */
export async function generateChanged(
  options: Folders & Pick<GenerateOptions, 'prune'>,
): Promise<ChangedResult> {
  const { specsFolder, packagesFolder, project } = options;
  const folders: Folders = { specsFolder, packagesFolder, project };
  const since = Date.now();
  const file = recordFile(folders);
  const snapshot = takeSnapshot(folders);
  const last = file === undefined || !snapshot ? undefined : readRecord(file);
  const freshness = last && snapshot && findStale(folders, last, snapshot, since);
  if (file === undefined || !snapshot) return generateAndCount(options, undefined);
  if (freshness?.stale.length === 0) {
    if (JSON.stringify(freshness.record) !== JSON.stringify(last)) saveRecord(file, freshness.record);
    return { diagnostics: [], changes: [], ...count(Object.values(freshness.record.integrations)) };
  }
  const names = freshness?.stale ?? folderNames(snapshot);
  const inputs = readInputs(folders, names);
  const cache = file.replace(/\.json$/, '');
  const known = Object.fromEntries(
    (freshness?.stale ?? []).map((name) => [name, readFormatted(cache, name, snapshot)]),
  );
  const result = await generateAndCount(options, freshness, known);
  if (result.diagnostics.length > 0) return result;
  for (const [name, digests] of result.formatted) saveFormatted(cache, name, snapshot, digests);
  const unchanged = freshness?.record.integrations ?? {};
  const record = recordRun({ folders, snapshot, inputs, packages: result.packages, unchanged, since });
  if (record) saveRecord(file, record);
  return result;
}

async function generateAndCount(
  options: Folders & Pick<GenerateOptions, 'prune'>,
  freshness: Freshness | undefined,
  known: EachOptions['known'] = {},
) {
  const [{ generate }, { generateEach }] = await Promise.all([
    import('../pipeline/generate.js'),
    import('./threads/generate-each.js'),
  ]);
  const formatted = new Map<string, FormattedDigests>();
  const result = await generate({
    ...options,
    only: freshness?.stale,
    async generateEach(names) {
      const made = await generateEach(names, { ...options, known });
      for (const one of made) if (one.package) formatted.set(one.package.name, one.formatted);
      return made;
    },
  });
  const unchanged = Object.values(freshness?.record.integrations ?? {});
  return { ...result, formatted, ...count([...result.packages, ...unchanged]) };
}

function folderNames(snapshot: Snapshot): string[] {
  return snapshot.specNames.flatMap((name) => (name.endsWith('/') ? [name.slice(0, -1)] : []));
}

interface Counts {
  readonly functionCount: number;
  readonly fileCount: number;
}

function count(items: readonly Counts[]): Counts {
  return {
    functionCount: items.reduce((sum, item) => sum + item.functionCount, 0),
    fileCount: items.reduce((sum, item) => sum + item.fileCount, 0),
  };
}
