// `pnpm lint`: what people read keeps to plain English, as far as a word list can tell.
// `--accept` writes down what there is now; the list of what is still to be rewritten may only become shorter.
import { readFileSync, writeFileSync } from 'node:fs';
import { lintText } from './prose/lint-text.mjs';
import { listTexts } from './prose/list-texts.mjs';

const file = new URL('prose/to-rewrite.json', import.meta.url);
const accepted = JSON.parse(readFileSync(file, 'utf8'));
const counts = {};
const places = {};
let files = 0;

for (const { path, ext, content } of listTexts()) {
  files += 1;
  for (const { line, column, message } of await lintText(content, ext)) {
    counts[path] = (counts[path] ?? 0) + 1;
    (places[path] ??= []).push(`${path}:${line}:${column}: ${message}`);
  }
}
if (process.argv.includes('--accept')) writeFileSync(file, `${JSON.stringify(counts, null, 2)}\n`);
else check();

function check() {
  const paths = [...new Set([...Object.keys(counts), ...Object.keys(accepted)])];
  const more = paths.filter((path) => (counts[path] ?? 0) > (accepted[path] ?? 0));
  const fewer = paths.filter((path) => (counts[path] ?? 0) < (accepted[path] ?? 0));
  for (const path of more) console.error(places[path].join('\n'));
  if (more.length > 0) {
    console.error(
      '\nRewrite these. scripts/prose/word-list.mjs has the list; CONTRIBUTING.md says how we write.',
    );
  }
  if (fewer.length > 0) {
    console.error(
      `Rewritten: ${fewer.join(', ')}. Run "node scripts/lint-prose.mjs --accept" and commit the shorter list.`,
    );
  }
  if (more.length + fewer.length > 0) process.exit(1);
  const left = Object.values(accepted).reduce((sum, count) => sum + count, 0);
  console.log(
    `Prose: ${files} files are as they should be${left > 0 ? `, and ${left} phrases wait to be rewritten` : ''}`,
  );
}
