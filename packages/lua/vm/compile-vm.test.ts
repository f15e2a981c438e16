import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Project } from 'ts-morph';
import { describe, expect, test } from 'vitest';
import { compileVm, type RunClang } from './compile-vm.js';
import { compilerEntry } from './compiler-entry.js';
import { changeLvm } from './lvm-changes.js';

const { WebAssembly } = globalThis as unknown as {
  WebAssembly: {
    Module: {
      new (bytes: Uint8Array): object;
      imports(module: object): { module: string; name: string }[];
      exports(module: object): { name: string }[];
    };
  };
};
const wasm = readFileSync(new URL('lua.wasm', import.meta.url));
const module = new WebAssembly.Module(wasm);

describe('lua.wasm', () => {
  test('exports what LuaModule describes, and nothing else', () => {
    const ofJavaScript = new Set(['hooks', 'HEAPU8', 'HEAPU32']);
    const described = members('lua-module.ts', 'LuaModule').filter((name) => !ofJavaScript.has(name));
    const exported = WebAssembly.Module.exports(module).map(({ name }) => name);
    expect(exported.toSorted()).toEqual([...described, 'memory'].toSorted());
  });

  test('imports what HostImports describes, and nothing of a system', () => {
    const imported = WebAssembly.Module.imports(module);
    expect(new Set(imported.map((entry) => entry.module))).toEqual(new Set(['host']));
    const described = members('host-imports.ts', 'HostImports');
    expect(imported.map(({ name }) => name).toSorted()).toEqual(described.toSorted());
  });

  const fetched = existsSync(fileURLToPath(compilerEntry));
  if (!fetched) console.log('skipped: lua.wasm is not compiled again without scripts/fetch-compiler.mjs');

  test.skipIf(!fetched)('is what its sources compile to', { timeout: 600_000 }, async () => {
    const { runClang } = (await import(compilerEntry)) as { runClang: RunClang };
    expect(Buffer.from(await compileVm(runClang)).equals(wasm)).toBe(true);
  });
});

test('a change that has no place any more is an error', () => {
  expect(() => changeLvm('int main;')).toThrow(/^lvm.c has not one place of: #define updatetrap/);
});

function members(file: string, name: string): string[] {
  const path = fileURLToPath(new URL(`../src/${file}`, import.meta.url));
  const source = new Project({ skipAddingFilesFromTsConfig: true }).addSourceFileAtPath(path);
  return source
    .getInterfaceOrThrow(name)
    .getMembers()
    .map((member) => (member as unknown as { getName(): string }).getName());
}
