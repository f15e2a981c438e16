import { existsSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Environment } from '../account-from-env.js';

/** Folders that may hold integrations: `KOSMO_INTEGRATIONS_PATH`, then those of the working folder and of this module. */
export function searchFolders(env: Environment, cwd: string): string[] {
  const listed = (env['KOSMO_INTEGRATIONS_PATH'] ?? '').split(delimiter).filter(Boolean);
  const from = [cwd, dirname(fileURLToPath(import.meta.url))];
  const near = from
    .flatMap(ancestors)
    .flatMap((folder) => [
      join(folder, 'node_modules', '@kosmokrator'),
      join(folder, 'packages', 'integrations'),
    ]);
  return [...new Set([...listed.map((folder) => resolve(cwd, folder)), ...near])];
}

/** The folders that may be packages: each of these that is one itself, else what lies in it. None of them is opened. */
export function listFolders(folders: readonly string[]): string[] {
  const listed = folders.filter(existsSync).flatMap((folder) => {
    if (existsSync(join(folder, 'manifest.json'))) return [folder];
    const names = readdirSync(folder).toSorted();
    return names.map((name) => join(folder, name));
  });
  return [...new Set(listed)];
}

function ancestors(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...ancestors(parent)];
}
