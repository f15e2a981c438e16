// Compiles each `templates/*.hbs` beside the compiled module that loads it.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { precompileTemplate } from '../dist/emit/compile-template.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const targets = join(root, 'src', 'targets');

for (const target of readdirSync(targets)) {
  const from = join(targets, target, 'templates');
  if (!existsSync(from)) continue;
  const to = join(root, 'dist', 'targets', target, 'templates');
  mkdirSync(to, { recursive: true });
  for (const file of readdirSync(from)) {
    const program = precompileTemplate(readFileSync(join(from, file), 'utf8'));
    writeFileSync(join(to, `${basename(file, '.hbs')}.cjs`), `module.exports = ${program};\n`);
  }
}
