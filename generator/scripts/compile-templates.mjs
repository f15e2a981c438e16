// Finishes a build: compiles each `templates/*.hbs` of a target beside its compiled modules, and copies its other files.
// A target that left src leaves the build too: what lies there is what the generator finds.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { precompileTemplate } from '../dist/emit/template/compile-template.js';

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
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  for (const file of readdirSync(from)) {
    if (extname(file) !== '.hbs') {
      copyFileSync(join(from, file), join(to, file));
      continue;
    }
    const program = precompileTemplate(readFileSync(join(from, file), 'utf8'));
    writeFileSync(join(to, `${basename(file, '.hbs')}.cjs`), `module.exports = ${program};\n`);
  }
}
