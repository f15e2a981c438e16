import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from '@kosmokrator/generator';
import { transform } from 'esbuild';
import { root } from '../repository.js';

/** Generates and builds the package of the spec in this folder, in a folder that a catalog can be loaded from. */
export async function installPager(): Promise<{ readonly folder: string; remove(): void }> {
  const top = mkdtempSync(join(tmpdir(), 'kosmo-pager-'));
  const specsFolder = join(top, 'specs');
  const folder = join(top, 'packages');
  const spec = fileURLToPath(new URL('.', import.meta.url));
  mkdirSync(folder);
  for (const part of ['integration.yaml', 'functions']) {
    cpSync(join(spec, part), join(specsFolder, 'pager', part), { recursive: true });
  }
  const { diagnostics } = await generate({ specsFolder, packagesFolder: folder });
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics, null, 2));
  await compile(join(folder, 'pager'));
  mkdirSync(join(top, 'node_modules/@kosmokrator'), { recursive: true });
  symlinkSync(join(root, 'packages/runtime'), join(top, 'node_modules/@kosmokrator/runtime'));
  return { folder, remove: () => rmSync(top, { recursive: true }) };
}

async function compile(folder: string): Promise<void> {
  for (const name of readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const source = readFileSync(join(folder, 'src', name), 'utf8');
    const file = join(folder, 'dist', name.replace(/ts$/, 'js'));
    const { code } = await transform(source, { loader: 'ts', format: 'esm' });
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, code);
  }
}
