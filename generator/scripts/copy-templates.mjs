// tsc copies no templates: put each `templates` folder beside the compiled module that loads it.
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const targets = join(root, 'src', 'targets');

for (const target of existsSync(targets) ? readdirSync(targets) : []) {
  const from = join(targets, target, 'templates');
  if (existsSync(from)) cpSync(from, join(root, 'dist', 'targets', target, 'templates'), { recursive: true });
}
