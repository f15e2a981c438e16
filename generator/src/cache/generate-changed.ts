import type { GenerateOptions, GenerateResult } from '../pipeline.js';
import { findStale, type Freshness } from './find-stale.js';
import { readFormatted, saveFormatted } from './formatted-record.js';
import { type Folders, type Look, lookAround } from './look-around.js';
import { lookAtInputs, recordRun } from './record-run.js';
import { readRecord, recordFile, saveRecord } from './run-record.js';

export interface ChangedResult extends Omit<GenerateResult, 'packages'> {
  /** Of all integrations, changed or not. */
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
  const { prune, ...folders } = options;
  const since = Date.now();
  const file = recordFile(folders);
  const look = lookAround(folders);
  const known = file === undefined || !look ? undefined : readRecord(file);
  const freshness = known && look && findStale(folders, known, look, since);
  if (file === undefined || !look) return generateAndCount(options, undefined);
  if (freshness?.stale.length === 0) {
    if (JSON.stringify(freshness.record) !== JSON.stringify(known)) saveRecord(file, freshness.record);
    return { diagnostics: [], changes: [], ...count(Object.values(freshness.record.integrations)) };
  }
  const names = freshness?.stale ?? folderNames(look);
  const inputs = lookAtInputs(folders, names);
  const cache = file.replace(/\.json$/, '');
  const formatted = Object.fromEntries(
    (freshness?.stale ?? []).map((name) => [name, readFormatted(cache, name, look)]),
  );
  const result = await generateAndCount({ ...folders, prune, formatted }, freshness);
  if (result.diagnostics.length > 0) return result;
  for (const made of result.packages) saveFormatted(cache, made.name, look, made.formatted);
  const unchanged = freshness?.record.integrations ?? {};
  const record = recordRun({ folders, look, inputs, packages: result.packages, unchanged, since });
  if (record) saveRecord(file, record);
  return result;
}

async function generateAndCount(
  options: Folders & Pick<GenerateOptions, 'formatted' | 'prune'>,
  freshness: Freshness | undefined,
) {
  const { generate } = await import('../pipeline.js');
  const result = await generate({ ...options, only: freshness?.stale });
  const unchanged = Object.values(freshness?.record.integrations ?? {});
  return { ...result, ...count([...result.packages, ...unchanged]) };
}

function folderNames(look: Look): string[] {
  return look.specNames.flatMap((name) => (name.endsWith('/') ? [name.slice(0, -1)] : []));
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
