import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { generate } from '@kosmokrator/generator';
import { transformSync } from 'esbuild';
import { noteLoaded } from './note-loaded.js';
import { root } from '../repository.js';

/**
 * Generates and builds the packages of the specs that `write` puts into a folder; a catalog can be loaded from them.
 * Their modules note that they were loaded: `noteLoaded`.
 */
export async function installSpecs(
  write: (specsFolder: string) => void,
): Promise<{ readonly folder: string; remove(): void }> {
  const top = mkdtempSync(join(tmpdir(), 'kosmo-specs-'));
  const [specsFolder, folder] = [join(top, 'specs'), join(top, 'packages')];
  mkdirSync(specsFolder);
  mkdirSync(folder);
  write(specsFolder);
  const { diagnostics } = await generate({ specsFolder, packagesFolder: folder });
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics, null, 2));
  for (const name of readdirSync(folder)) compile(join(folder, name));
  mkdirSync(join(top, 'node_modules/@kosmokrator'), { recursive: true });
  symlinkSync(join(root, 'packages/runtime'), join(top, 'node_modules/@kosmokrator/runtime'));
  return { folder, remove: () => rmSync(top, { recursive: true }) };
}

function compile(folder: string): void {
  for (const name of readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const source = readFileSync(join(folder, 'src', name), 'utf8');
    const file = join(folder, 'dist', name.replace(/ts$/, 'js'));
    const { code } = transformSync(source, { loader: 'ts', format: 'esm' });
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${code}${noteLoaded(basename(folder), name.replace(/ts$/, 'js'))}`);
  }
}
