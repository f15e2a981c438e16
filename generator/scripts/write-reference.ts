/** Writes what is derived from the generator's own sources: the published schemas, their compiled checks, the page of diagnostics. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { referenceFiles } from './reference-files.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
for (const { path, content } of referenceFiles(root)) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}
