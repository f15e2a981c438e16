import { readFileSync } from 'node:fs';

const text = readFileSync(new URL('compiler.json', import.meta.url), 'utf8');
const { folder, entry } = JSON.parse(text) as { readonly folder: string; readonly entry: string };

/** The module of the compiler's `runClang`, where `scripts/fetch-compiler.mjs` puts it. Another version gives other bytes. */
export const compilerEntry = new URL(`../../../${folder}/${entry}`, import.meta.url).href;
