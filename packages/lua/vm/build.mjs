// Makes lua.wasm anew: `node packages/lua/vm/build.mjs`. Needs the compiler, which `fetch-compiler.mjs` fetches.
import { writeFileSync } from 'node:fs';
import { compilerEntry } from './compiler-entry.mjs';
import { compileVm } from './compile-vm.mjs';

const { runClang } = await import(compilerEntry);
writeFileSync(new URL('lua.wasm', import.meta.url), await compileVm(runClang));
