import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../start-program.mjs';
import { codeTexts } from './code-texts.mjs';

const places = ['docs', 'examples', 'generator', 'packages'];
// Licences of others stand as their authors wrote them.
const skipped = /^(node_modules|dist|bundle|fixtures|golden|licenses\.md|\..*)$/;

/** Everything that people read: pages, and the texts in the code of what is published. Paths are relative to the root, with `/`. */
export function* listTexts() {
  for (const path of ['', ...places].flatMap(filesIn)) {
    if (path.endsWith('.md')) yield { path, ext: '.md', content: readFileSync(join(root, path), 'utf8') };
    else if (isCode(path)) yield { path, ext: '.txt', content: codeTexts(join(root, path)) };
  }
}

/** Files at the root alone, or all below a folder. */
function filesIn(folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true }).filter(
    ({ name }) => !skipped.test(name),
  );
  return entries.flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return folder === '' ? [] : filesIn(path);
    return entry.isFile() ? [path] : [];
  });
}

/** Generated code says what its spec says, which is on its pages. */
function isCode(path) {
  return /^(generator|packages\/(?!integrations\/)[^/]+)\/src\/.*(?<!\.test)\.ts$/.test(path);
}
