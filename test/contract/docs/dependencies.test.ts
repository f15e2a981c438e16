/** docs/guides/dependencies.md gives a reason for each dependency, and for nothing else. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '@kosmokrator/testing/repository';

const kinds = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'] as const;
const folders = [
  '.',
  'generator',
  'examples',
  ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`),
];

function dependenciesOf(folder: string): string[] {
  const file = join(root, folder, 'package.json');
  if (!existsSync(file)) return [];
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>;
  return kinds.flatMap((kind) => Object.keys(manifest[kind] ?? {}));
}

test('each dependency has a reason, and each reason a dependency', () => {
  const used = folders.flatMap(dependenciesOf).filter((name) => !name.startsWith('@kosmokrator/'));
  const page = readFileSync(join(root, 'docs/guides/dependencies.md'), 'utf8');
  const rows = page.match(/^\| `.*\|$/gm) ?? [];
  const named = rows.flatMap((row) => [...row.split('|')[1]!.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  expect(named.toSorted()).toEqual([...new Set(used)].toSorted());
});
