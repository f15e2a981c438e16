import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';

/** A folder that may be a package. */
export interface StampedFolder {
  readonly folder: string;
  /** Why the package may not be used; undefined if it may. */
  readonly refuse?: ((path: string) => string | undefined) | undefined;
}

/** The files of a package that say what it offers. */
const files = ['manifest.json', 'reference.json'];

/**
 * A text that changes when a package comes or goes, is no longer used, or has another manifest or reference: it is made of
 * their sizes and times, so that none is opened.
 */
export function stampPackages(candidates: readonly StampedFolder[]): string {
  const hash = createHash('sha256');
  for (const { folder, refuse } of candidates) hash.update(`${folder}\0${factsOf(folder, refuse).join()}\0`);
  return hash.digest('hex');
}

function factsOf(folder: string, refuse: StampedFolder['refuse']): readonly unknown[] {
  try {
    if (refuse?.(folder) !== undefined) return ['refused'];
    return files.map((file) => {
      const stats = statSync(join(folder, file), { throwIfNoEntry: false });
      return stats && [stats.dev, stats.ino, stats.size, stats.mtimeMs, stats.ctimeMs].join();
    });
  } catch (error) {
    return [(error as NodeJS.ErrnoException).code];
  }
}
