import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digestText } from '../../write/digest-files.js';
import type { Folders, Folder } from './snapshot.js';
import type { RecordedTree } from './recorded-tree.js';

/** What a run that found no fault remembers, so that the next one can tell what changed. */
export interface RunRecord {
  /** The digest of its state. */
  readonly generator: string;
  readonly specNames: readonly string[];
  readonly packageNames: readonly string[];
  readonly integrations: Readonly<Record<string, IntegrationRecord>>;
}

export interface IntegrationRecord extends Readonly<Record<Folder, RecordedTree>> {
  readonly functionCount: number;
  readonly fileCount: number;
}

/** Where the record of these two folders lies; undefined when no `node_modules` is above the specs. */
export function recordFile({ specsFolder, packagesFolder }: Folders): string | undefined {
  for (let folder = specsFolder; ; folder = dirname(folder)) {
    const modules = join(folder, 'node_modules');
    if (existsSync(modules)) {
      const name = digestText(`${specsFolder}\0${packagesFolder}`).slice(0, 16);
      return join(modules, '.cache/kosmokrator', `${name}.json`);
    }
    if (folder === dirname(folder)) return undefined;
  }
}

/** Reads a record; undefined when there is none, or none that is whole. */
export function readRecord(file: string): RunRecord | undefined {
  try {
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    return text.slice(0, end) === digestText(body) ? (JSON.parse(body) as RunRecord) : undefined;
  } catch {
    return undefined;
  }
}

/** Saves a record behind its digest. A run without one is only slower, so a failure is no error. */
export function saveRecord(file: string, record: RunRecord): void {
  const body = JSON.stringify(record);
  const temporary = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(temporary, `${digestText(body)}\n${body}`);
    renameSync(temporary, file);
  } catch {
    // node_modules is read-only or the disk is full.
  }
}
