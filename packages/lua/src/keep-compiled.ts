import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { allocatorModule } from './allocator-module.js';
import { entryModule } from './entry-module.js';
import { webAssembly } from './web-assembly.js';

let kept: Promise<readonly object[]> | undefined;

/**
 * Compiles, once in a process, what each worker compiles, and keeps it. V8 gives equal modules one code as long as one
 * of them lives: a new worker then starts with what earlier ones have compiled and optimized, and leaves little behind.
 * Nothing waits for it, and when it fails a worker says why.
 */
export function keepCompiled(): void {
  kept ??= compileAll();
  kept.catch(() => {});
}

async function compileAll(): Promise<readonly object[]> {
  const file = createRequire(import.meta.url)
    .resolve('wasmoon')
    .replace(/index\.js$/, 'glue.wasm');
  const sources = [await readFile(file), allocatorModule, entryModule];
  return Promise.all(sources.map(async (bytes) => webAssembly.compile(bytes)));
}
