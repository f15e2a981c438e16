import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Lays the hand-written package out as an installed one in a temp folder, which is what
 * `KOSMO_INTEGRATIONS_PATH` takes. (A folder named dist is not kept in the repository.)
 */
export function installParcel(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'kosmo-parcel-'));
  const target = join(folder, 'parcel-post');
  cpSync(fileURLToPath(new URL('./package', import.meta.url)), target, { recursive: true });
  mkdirSync(join(target, 'dist'));
  renameSync(join(target, 'operations.js'), join(target, 'dist/operations.js'));
  writeFileSync(join(target, 'package.json'), '{ "type": "module" }');
  mkdirSync(join(target, 'node_modules/@kosmokrator'), { recursive: true });
  symlinkSync(
    fileURLToPath(new URL('../../packages/runtime', import.meta.url)),
    join(target, 'node_modules/@kosmokrator/runtime'),
  );
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
