import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FormattedDigests } from './reuse-formatted.js';
import type { Snapshot } from '../unchanged/snapshot.js';

/** What one state of the generator, its formatters included, made of one package. */
interface FormattedRecord {
  readonly generator: string;
  readonly files: FormattedDigests;
}

/** Reads what is known of an integration's formatted files; nothing when they come from another state of the generator. */
export function readFormatted(folder: string, name: string, snapshot: Snapshot): FormattedDigests {
  try {
    const record = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as FormattedRecord;
    return record.generator === snapshot.generator.digest ? record.files : {};
  } catch {
    return {};
  }
}

/** Remembers it for the next run, which is only slower without. */
export function saveFormatted(
  folder: string,
  name: string,
  snapshot: Snapshot,
  files: FormattedDigests,
): void {
  const file = join(folder, `${name}.json`);
  const record: FormattedRecord = { generator: snapshot.generator.digest, files };
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(record));
  } catch {
    // node_modules is read-only or the disk is full.
  }
}
