import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const specs = fileURLToPath(new URL('../specs/', import.meta.url));

/** The two real specs under new names, over and over: `count` integrations of seven functions. */
export function writeManyIntegrations(folder: string, count: number): void {
  const originals = ['upstash', 'planetscale'];
  for (let index = 0; index < count; index++) {
    const original = originals[index % originals.length] ?? '';
    const name = `${original}-n${index}`;
    const rename = (text: string): string =>
      text
        .replace(`name: ${original}\n`, `name: ${name}\n`)
        .replaceAll(`integrations.${original}.`, `integrations.${name.replace('-', '_')}.`)
        .replaceAll(`env: ${original.toUpperCase()}_`, `env: ${original.toUpperCase()}_N${index}_`);
    for (const [path, text] of readSpec(original)) write(join(folder, name, path), rename(text));
  }
}

/** One integration with `count` functions, as an import of a large API gives: PlanetScale's seven under new names. */
export function writeLargeIntegration(folder: string, count: number): void {
  const spec = readSpec('planetscale');
  const functions = spec.filter(([path]) => path.startsWith('functions/'));
  for (const [path, text] of spec)
    if (!path.startsWith('functions/')) write(join(folder, 'planetscale', path), text);
  for (let index = 0; index < count; index++) {
    const [path, text] = functions[index % functions.length] ?? ['', ''];
    const round = Math.floor(index / functions.length);
    const name = path.slice('functions/'.length, -'.yaml'.length);
    const newName = round === 0 ? name : `${name}_${round}`;
    const renamed = text.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), newName);
    write(join(folder, 'planetscale/functions', `${newName}.yaml`), renamed);
  }
}

export function writeRealSpecs(folder: string): void {
  for (const name of ['upstash', 'planetscale']) {
    for (const [path, text] of readSpec(name)) write(join(folder, name, path), text);
  }
}

function readSpec(name: string): (readonly [path: string, text: string])[] {
  const paths = readdirSync(join(specs, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return paths
    .toSorted()
    .map((path) => [path.slice(join(specs, name).length + 1), readFileSync(path, 'utf8')]);
}

function write(path: string, text: string): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
}
