import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { noteLoaded } from './note-loaded.js';
import { packageFolder, root } from '../repository.js';

const originals = ['upstash', 'planetscale'] as const;
const parts = [
  'dist',
  'lua',
  'mcp',
  'docs',
  'manifest.json',
  'reference.json',
  'schemas.json',
  'package.json',
];

/**
 * Lays the generated packages out under new names, `count` integrations of seven functions each: `upstashn0`,
 * `planetscalen1`, `upstashn2` and so on. Each is in a folder of `folder`, and each module of its code notes its name
 * in `globalThis.loadedModules` when it is loaded: `upstashn0/functions/get_key.js`.
 */
export function installMany(folder: string, count: number): void {
  mkdirSync(join(folder, 'node_modules/@kosmokrator'), { recursive: true });
  symlinkSync(join(root, 'packages/runtime'), join(folder, 'node_modules/@kosmokrator/runtime'));
  const packages = originals.map((original) => ({ original, files: readPackage(original) }));
  for (let index = 0; index < count; index += 1) {
    const { original, files } = packages[index % packages.length]!;
    const name = `${original}n${index}`;
    const rename = (text: string) =>
      text
        .replaceAll(new RegExp(`\\b${original}(?=["'_.])(?!\\.(com|io))`, 'g'), name)
        .replaceAll(`${original.toUpperCase()}_`, `${name.toUpperCase()}_`);
    for (const [path, text] of files) {
      const file = join(folder, name, path.replace(`${original}.`, `${name}.`));
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, rename(text) + (path.startsWith('dist/') ? noteLoaded(name, path.slice(5)) : ''));
    }
  }
}

function readPackage(name: string): [path: string, text: string][] {
  const folder = packageFolder(name);
  const files = parts.flatMap((part) =>
    part.includes('.')
      ? [part]
      : readdirSync(join(folder, part), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && !entry.name.endsWith('.d.ts'))
          .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)),
  );
  return files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]);
}
