import type { OutputFile } from '../emit/target.js';
import type { GenerateResult } from '../pipeline.js';
import { digestFiles } from './digest-files.js';
import { findStale } from './find-stale.js';
import { type Folders, type Look, lookAround } from './look-around.js';
import { lookAtInputs, recordRun } from './record-run.js';
import { readRecord, recordFile, saveRecord } from './run-record.js';

export interface ChangedResult extends GenerateResult {
  readonly functionCount: number;
  readonly fileCount: number;
}

/** A package that went through the pipeline. */
export interface MadePackage {
  readonly digest: string;
  readonly functionCount: number;
  readonly fileCount: number;
}

/**
 * Generates what changed since the last run. What did not is told from a record under
 * node_modules/.cache, before anything heavy is loaded; without one, all is generated.
 */
export async function generateChanged(folders: Folders): Promise<ChangedResult> {
  const since = Date.now();
  const file = recordFile(folders);
  const look = lookAround(folders);
  const known = file === undefined || !look ? undefined : readRecord(file);
  const freshness = known && look && findStale(folders, known, look, since);
  if (file !== undefined && freshness && freshness.stale.length === 0) {
    if (JSON.stringify(freshness.record) !== JSON.stringify(known)) saveRecord(file, freshness.record);
    return { diagnostics: [], changes: [], ...count(Object.values(freshness.record.integrations)) };
  }

  const names = freshness?.stale ?? folderNames(look);
  const inputs = lookAtInputs(folders, names);
  const made = new Map<string, MadePackage>();
  const { generate } = await import('../pipeline.js');
  const result = await generate({
    ...folders,
    only: freshness?.stale,
    onPackage: (name, files, functionCount) =>
      made.set(name, { digest: digestOutput(files), functionCount, fileCount: files.length }),
  });
  const unchanged = freshness?.record.integrations ?? {};
  if (file !== undefined && look && result.diagnostics.length === 0) {
    const record = recordRun({ folders, look, inputs, made, unchanged, since });
    if (record) saveRecord(file, record);
  }
  return { ...result, ...count([...made.values(), ...Object.values(unchanged)]) };
}

function folderNames(look: Look | undefined): string[] {
  const folders = look?.specNames.filter((name) => name.endsWith('/')) ?? [];
  return folders.map((name) => name.slice(0, -1));
}

function digestOutput(files: readonly OutputFile[]): string {
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return digestFiles(sorted.map(({ path, content }) => [path, content] as const));
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
