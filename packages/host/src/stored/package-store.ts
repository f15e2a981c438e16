import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Environment } from '@kosmokrator/runtime';
import { cacheFolder } from '../config-folder.js';
import type { IndexStore } from './index-store.js';
import { parseStoredIndex, spellStoredIndex } from './stored-index.js';
import { readStored, writeStored } from './stored-file.js';
import { stampPackages, type StampedFolder } from './stamp-packages.js';

/** What was found in many folders, kept in the user's cache. */
export interface PackageStore<Found> {
  /** In the order of the candidates; undefined where none is kept, or a package has changed since. */
  read(): readonly Found[] | undefined;
  write(found: readonly Found[]): void;
  readonly search: IndexStore;
}

/** To read so few is as fast as to read what is kept of them. */
const fewPackages = 20;

/**
 * Keeps manifests and the search index of many packages between two runs, under the sizes and times of their files. Undefined
 * for few packages. What is kept serves lists, search and completion; what may be called is never decided by it.
 */
export function openPackageStore<Found>(
  candidates: readonly StampedFolder[],
  env: Environment,
): PackageStore<Found> | undefined {
  if (candidates.length < fewPackages) return undefined;
  const places = createHash('sha256').update(JSON.stringify(candidates.map(({ folder }) => folder)));
  const file = join(cacheFolder(env), 'index', places.digest('hex').slice(0, 32));
  let known: string | undefined;
  const stamp = () => (known ??= stampPackages(candidates));
  return {
    read() {
      const body = readStored(`${file}.packages`, stamp());
      const found = body && (JSON.parse(body.toString()) as readonly Found[]);
      return found?.length === candidates.length ? found : undefined;
    },
    write: (found) => writeStored(`${file}.packages`, stamp(), JSON.stringify(found)),
    search: {
      read() {
        const body = readStored(`${file}.search`, stamp());
        return body && parseStoredIndex(body);
      },
      write: (index) => writeStored(`${file}.search`, stamp(), spellStoredIndex(index)),
    },
  };
}
