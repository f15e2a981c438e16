import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What Node would read to load a package and is neither a file nor a folder: the reading of a named pipe or a device may
 * never end, and nothing could stop it. Undefined if there is none. Links to folders are not followed.
 */
export function findSpecialFile(folder: string): string | undefined {
  const [packageJson, code] = [join(folder, 'package.json'), join(folder, 'dist')];
  if (isSpecial(packageJson)) return packageJson;
  return existsSync(code) ? findBelow(code) : undefined;
}

function findBelow(folder: string): string | undefined {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const found = entry.isDirectory() ? findBelow(path) : isSpecial(path) ? path : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function isSpecial(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && !stats.isFile() && !stats.isDirectory();
}
