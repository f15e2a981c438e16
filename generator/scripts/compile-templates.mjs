// Compiles each `templates/*.hbs` beside the compiled module that loads it. A target that left src leaves the
// build too: what lies there is what the generator finds.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { precompileTemplate } from '../dist/emit/compile-template.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const targets = join(root, 'src', 'targets');
const built = join(root, 'dist', 'targets');

for (const entry of readdirSync(built, { withFileTypes: true })) {
  const isGone = entry.isDirectory() && !existsSync(join(targets, entry.name));
  if (isGone) rmSync(join(built, entry.name), { recursive: true });
}

for (const target of readdirSync(targets)) {
  const from = join(targets, target, 'templates');
  if (!existsSync(from)) continue;
  const to = join(built, target, 'templates');
  mkdirSync(to, { recursive: true });
  for (const file of readdirSync(from)) {
    const program = precompileTemplate(readFileSync(join(from, file), 'utf8'));
    writeFileSync(join(to, `${basename(file, '.hbs')}.cjs`), `module.exports = ${program};\n`);
  }
}
