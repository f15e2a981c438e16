import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Target, TargetMaker } from '../emit/target.js';
import { readTemplates } from './read-templates.js';

/**
 * Loads every target: each folder beside this file that has an `index` module, sorted by name. The
 * module's default export makes the target from the templates in its folder.
 */
export async function discoverTargets(folder: URL = new URL('./', import.meta.url)): Promise<Target[]> {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
  const targets = await Promise.all(names.map((name) => loadTarget(new URL(`${name}/`, folder))));
  return targets.filter((target) => target !== undefined);
}

async function loadTarget(folder: URL): Promise<Target | undefined> {
  // Compiled in a build, as written when a test runs the source.
  const file = ['index.js', 'index.ts'].map((name) => new URL(name, folder)).find((url) => existsSync(url));
  if (!file) return undefined;
  const { default: make } = (await import(file.href)) as { readonly default?: TargetMaker };
  const target = typeof make === 'function' ? make(readTemplates(folder)) : undefined;
  const name = folder.pathname.split('/').at(-2);
  if (target?.name !== name || typeof target?.emit !== 'function') {
    throw new Error(
      `${fileURLToPath(file)} must default-export a target named ${name}, made with defineTarget`,
    );
  }
  return target;
}
