import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestText } from '../../write/digest-files.js';
import { readTree } from './tree-state.js';

/** The generator and all that it runs on. */
export interface GeneratorState {
  /** Differs whenever one of its files or dependencies does. */
  readonly digest: string;
  /** The latest change of any file, in milliseconds since 1970. */
  readonly newest: number;
}

const module = fileURLToPath(import.meta.url);
const folder = packageOf(dirname(module));

/** Whether this runs from `src` or from `dist`; what is generated does not depend on the other. */
const running = relative(folder, module).split(sep, 1)[0];
const skipped = ['node_modules', '.turbo', 'fixtures', 'test', running === 'src' ? 'dist' : 'src'];

/**
 * Looks at the generator's own files and at its dependencies: at their real paths, which name the
 * version, and the state of their manifests; of a workspace package, at its build.
 */
export function readGenerator(): GeneratorState {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const states = Object.entries(manifest.dependencies).map(([name, range]) => readDependency(name, range));
  const files = readTree(folder, skipped);
  if (!files) throw new Error(`${folder} holds a link`);
  return {
    digest: digestText([process.version, files.stats, ...states.map(({ text }) => text)].join('\n')),
    newest: Math.max(files.newest, ...states.map(({ newest }) => newest)),
  };
}

function packageOf(path: string): string {
  return existsSync(join(path, 'package.json')) ? path : packageOf(dirname(path));
}

function readDependency(name: string, range: string): { text: string; newest: number } {
  const path = realpathSync(findPackage(folder, name));
  const { ctimeMs, size } = statSync(join(path, 'package.json'));
  const build = range.startsWith('workspace:') ? readTree(join(path, 'dist')) : undefined;
  const text = [name, path, ctimeMs, size, build?.stats].join('\0');
  return { text, newest: Math.max(ctimeMs, build?.newest ?? 0) };
}

function findPackage(from: string, name: string): string {
  const path = join(from, 'node_modules', name);
  return existsSync(path) || from === dirname(from) ? path : findPackage(dirname(from), name);
}
