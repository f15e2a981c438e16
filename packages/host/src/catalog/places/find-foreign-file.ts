import { readdirSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Place } from './place.js';

/**
 * The first file or folder in a package that is not the user's own, or that a link takes out of the package, with the
 * reason; undefined when there is none. What the package depends on, in its `node_modules`, is not looked at.
 */
export function findForeignFile(folder: string, refuse: NonNullable<Place['refuse']>): string | undefined {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    const real = realpathSync(path);
    if (real !== folder && !real.startsWith(`${folder}${sep}`))
      return `${path} is a link that leads out of the package`;
    const why = refuse(real);
    if (why !== undefined) return `${path} ${why}`;
    const inside = entry.isDirectory() ? findForeignFile(path, refuse) : undefined;
    if (inside !== undefined) return inside;
  }
  return undefined;
}
