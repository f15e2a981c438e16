import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestText } from './digest-files.js';
import { readTree, type TreeState } from './tree-state.js';

/** The generator's package. */
export const generatorFolder = fileURLToPath(new URL('../../', import.meta.url));

/** Whether this runs from `src` or from `dist`; what is generated does not depend on the other. */
const running = basename(dirname(dirname(fileURLToPath(import.meta.url))));
const skipped = ['node_modules', '.turbo', 'fixtures', 'test', running === 'src' ? 'dist' : 'src'];

/** The generator's own files, all that it runs or reads. */
export function readGenerator(): TreeState | undefined {
  return readTree(generatorFolder, skipped);
}

/**
 * Differs whenever one of the generator's dependencies does: a digest of their real paths, which
 * name the version, and the state of their manifests; of a workspace package, its build.
 */
export function readDependencies(): string {
  const manifest = JSON.parse(readFileSync(join(generatorFolder, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const lines = Object.entries(manifest.dependencies).map(([name, range]) => {
    const folder = realpathSync(findPackage(generatorFolder, name));
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
