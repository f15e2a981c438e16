import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { referenceFiles } from './reference-files.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

// When one fails: pnpm --filter @kosmokrator/generator reference
test.each(referenceFiles(root))('$path is up to date', ({ path, content }) => {
  expect(readFileSync(join(root, path), 'utf8') === content).toBe(true);
});
