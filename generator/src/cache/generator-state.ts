import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestText } from './digest-files.js';
import { readTree } from './tree-state.js';

/** The folder of the generator's own code: `dist`, or `src` when it runs from there. */
export const generatorFolder = fileURLToPath(new URL('../', import.meta.url));

/**
 * Differs whenever one of the generator's dependencies does: a digest of their real paths, which
 * name the version, and the state of their manifests; of a workspace package, its build.
 */
export function readDependencies(): string {
  const packageFolder = dirname(dirname(join(generatorFolder, 'x')));
  const manifest = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const lines = Object.entries(manifest.dependencies).map(([name, range]) => {
    const folder = realpathSync(findPackage(packageFolder, name));
    const { ctimeMs, size } = statSync(join(folder, 'package.json'));
    const build = range.startsWith('workspace:') ? readTree(join(folder, 'dist'))?.stats : undefined;
    return [name, folder, ctimeMs, size, build].join('\0');
  });
  return digestText([process.version, ...lines].join('\n'));
}

function findPackage(from: string, name: string): string {
  const folder = join(from, 'node_modules', name);
  return existsSync(folder) || from === dirname(from) ? folder : findPackage(dirname(from), name);
}
