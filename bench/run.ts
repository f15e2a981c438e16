import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// `pnpm bench NAME` runs bench/NAME.ts; without a name, all of them.
const programs = new Set(
  readdirSync(fileURLToPath(new URL('./', import.meta.url)), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && entry.name !== 'run.ts')
    .map((entry) => entry.name.slice(0, -'.ts'.length)),
);
const wanted = process.argv.slice(2).filter((argument) => argument !== '--');
const unknown = wanted.filter((name) => !programs.has(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${[...programs].join(', ')}.`);
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : [...programs].toSorted()) await import(`./${name}.ts`);
