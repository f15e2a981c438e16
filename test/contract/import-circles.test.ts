/** No file needs itself by way of others: whatever imports in a circle can be read only as a whole. Types count like values. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { root } from '@kosmokrator/testing/repository';

const packages = ['runtime', 'host', 'lua', 'mcp', 'cli', 'emulator'].map((name) => `packages/${name}/src`);

/** Circles that stay, and why. */
const kept: Readonly<Record<string, readonly string[]>> = {
  // An operation runs a call, a call knows its operation and account, and an account's policy is asked about an operation.
  'packages/runtime/src': ['account.ts', 'call.ts', 'connection.ts', 'operation.ts'],
};

type Imports = ReadonlyMap<string, readonly string[]>;

test.each([...packages, 'generator/src'])('%s has no circle of imports', (folder) => {
  const circles = findCircles(readImports(folder)).map((circle) => circle.toSorted());
  expect(circles).toEqual(kept[folder] ? [kept[folder]] : []);
});

test('a circle of types is seen', () => {
  const imports = new Map([
    ['a.ts', ['b.ts']],
    ['b.ts', ['c.ts']],
    ['c.ts', ['a.ts']],
    ['d.ts', ['a.ts']],
  ]);
  expect(findCircles(imports).map((circle) => circle.toSorted())).toEqual([['a.ts', 'b.ts', 'c.ts']]);
});

function readImports(folder: string): Imports {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /^(?!.*golden\/).*(?<!\.test|\.d)\.ts$/.test(file));
  return new Map(
    files.map((file) => {
      const { importedFiles } = ts.preProcessFile(readFileSync(join(root, folder, file), 'utf8'), true, true);
      const own = importedFiles.filter(({ fileName }) => fileName.startsWith('.'));
      return [file, own.map(({ fileName }) => resolve(file, fileName)).filter((to) => files.includes(to))];
    }),
  );
}

function resolve(from: string, to: string): string {
  return posix.join(posix.dirname(from), to).replace(/\.js$/, '.ts');
}

/** Sets of files that all reach each other, found as Tarjan does: strongly connected components of more than one. */
function findCircles(imports: Imports): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string) => {
    order.set(file, order.size);
    lowest.set(file, order.get(file)!);
    open.push(file);
    for (const next of imports.get(file) ?? []) {
      if (!order.has(next)) visit(next);
      if (open.includes(next)) lowest.set(file, Math.min(lowest.get(file)!, lowest.get(next)!));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const circle = open.splice(open.indexOf(file));
    if (circle.length > 1) circles.push(circle);
  };
  for (const file of imports.keys()) if (!order.has(file)) visit(file);
  return circles;
}
