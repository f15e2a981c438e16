// Makes lua.wasm anew: `npx tsx packages/lua/vm/build.ts`. Needs the compiler: `node scripts/fetch-compiler.mjs`.
import { writeFileSync } from 'node:fs';
import { compilerEntry } from './compiler-entry.js';
import { compileVm, type RunClang } from './compile-vm.js';

const { runClang } = (await import(compilerEntry)) as { runClang: RunClang };
writeFileSync(new URL('lua.wasm', import.meta.url), await compileVm(runClang));
