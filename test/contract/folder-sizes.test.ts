/** A folder that is read at a glance: at most 15 source files on one level, tests aside. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@kosmokrator/testing/repository';
import { expect, test } from 'vitest';

const most = 15;
const sources = ['runtime', 'host', 'lua', 'mcp', 'cli', 'emulator'].map((name) => `packages/${name}/src`);
/** One rule a file, and one file of codes a subject, is how these are looked through. */
const exempt = new Set(['generator/src/validate/rules', 'generator/src/diagnostics/catalog']);

test.each([...sources, 'generator/src', 'testing'])('%s has no crowded folder', (folder) => {
  const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(?!.*\.test\.ts$).*\.ts$/.test(entry.name))
    .map(({ parentPath, path }) => (parentPath ?? path).slice(root.length).replaceAll('\\', '/'))
    .map((path) => path.replace(/^\//, ''))
    .filter((path) => !/golden|node_modules/.test(path) && !exempt.has(path));
  const sizes = new Map<string, number>();
  for (const path of files) sizes.set(path, (sizes.get(path) ?? 0) + 1);
  const crowded = [...sizes].filter(([, size]) => size > most);
  expect(crowded).toEqual([]);
});
