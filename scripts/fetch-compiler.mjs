// Fetches the compiler of lua.wasm, and the test that compiles it again then runs: 100 MB, so not a dependency.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fetchPackage } from './fetch-package.mjs';

const root = new URL('../', import.meta.url);
const compiler = JSON.parse(readFileSync(new URL('packages/lua/vm/compiler.json', root), 'utf8'));
fetchPackage(compiler.package, fileURLToPath(new URL(compiler.folder, root)), compiler.entry);
