import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { createLuaHost } from '../../dist/index.js';

interface Weakness {
  /** In the package: `prelude/sandbox.lua`. */
  readonly file: string;
  /** Gives the broken text, and has to change it. */
  readonly change: (text: string) => string;
}

/** A copy of the built package with a hole in it, to see that the corpus finds one. */
export async function openWeakenedPackage(weaknesses: readonly Weakness[]): Promise<{
  readonly createLuaHost: typeof createLuaHost;
  remove(): void;
}> {
  const packageFolder = fileURLToPath(new URL('../..', import.meta.url));
  const folder = mkdtempSync(`${packageFolder}.tmp-weakened-`);
  for (const part of ['dist', 'prelude', 'package.json'])
    cpSync(`${packageFolder}${part}`, `${folder}/${part}`, { recursive: true });
  for (const { file, change } of weaknesses) {
    const text = readFileSync(`${folder}/${file}`, 'utf8');
    const changed = change(text);
    if (changed === text) throw new Error(`the weakness changes nothing in ${file}`);
    writeFileSync(`${folder}/${file}`, changed);
  }
  const weakened = (await import(pathToFileURL(`${folder}/dist/index.js`).href)) as {
    createLuaHost: typeof createLuaHost;
  };
  return { ...weakened, remove: () => rmSync(folder, { recursive: true }) };
}
