// Finishes a build: compiles each `templates/*.hbs` beside the compiled module that loads it, and collects their
// blocks of formatted Lua. A target that left src leaves the build too: what lies there is what the generator finds.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { precompileTemplate } from '../dist/emit/compile-template.js';
import { loadFormatter } from '../dist/format/format-lua.js';
import { splitLuaBlocks } from '../dist/format/split-lua-blocks.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const targets = join(root, 'src', 'targets');
const built = join(root, 'dist', 'targets');

for (const entry of readdirSync(built, { withFileTypes: true })) {
  const isGone = entry.isDirectory() && !existsSync(join(targets, entry.name));
  if (isGone) rmSync(join(built, entry.name), { recursive: true });
}

const format = await loadFormatter();
const blocks = new Set();
for (const target of readdirSync(targets)) {
  const from = join(targets, target, 'templates');
  if (!existsSync(from)) continue;
  const to = join(built, target, 'templates');
  mkdirSync(to, { recursive: true });
  for (const file of readdirSync(from)) {
    const source = readFileSync(join(from, file), 'utf8');
    writeFileSync(
      join(to, `${basename(file, '.hbs')}.cjs`),
      `module.exports = ${precompileTemplate(source)};\n`,
    );
    for (const text of branches(source)) {
      for (const block of splitLuaBlocks(text)) if (isFormatted(block)) blocks.add(block);
    }
  }
}
writeFileSync(
  join(root, 'dist/format/known-lua-blocks.js'),
  `export const knownLuaBlocks = ${JSON.stringify([...blocks])};\n`,
);

/** The template as when every condition holds, and as when none does. */
function branches(source) {
  const onLines = /^\{\{#(if|unless) [^}]*\}\}\n([^]*?)(?:^\{\{else\}\}\n([^]*?))?^\{\{\/\1\}\}\n/gm;
  const inLine = /\{\{#(if|unless) [^}]*\}\}(.*?)(?:\{\{else\}\}(.*?))?\{\{\/\1\}\}/g;
  return [true, false].map((holds) => {
    const branch = (_, kind, then, otherwise = '') => ((kind === 'if') === holds ? then : otherwise);
    return source.replace(onLines, branch).replace(inLine, branch);
  });
}

/** Whether a block is Lua, with no value to come in it, and laid out as StyLua would. */
function isFormatted(block) {
  try {
    return !block.includes('{{') && format(block) === `${block}\n`;
  } catch {
    return false;
  }
}
