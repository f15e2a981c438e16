/**
 * Each code has a folder under fixtures/invalid: the smallest specs that cause it, and the
 * output in full. `options.json` holds options of `readModels`, `packages` the packages of the last run; `setup.mjs` makes what is too
 * large to be kept.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { readModels } from '../pipeline/read-models.js';
import { catalog } from './catalog.js';
import { renderDiagnostics } from './render.js';

const fixtures = fileURLToPath(new URL('../../fixtures/invalid/', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'invalid-fixtures-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test('every code has a fixture, and every fixture a code', () => {
  expect(readdirSync(fixtures).toSorted()).toEqual(Object.keys(catalog).toSorted());
});

test.each(Object.keys(catalog))('%s', async (code) => {
  const folder = join(scratch, code);
  cpSync(join(fixtures, code), folder, { recursive: true });
  const specsFolder = join(folder, 'specs');
  const setup = join(folder, 'setup.mjs');
  if (existsSync(setup)) {
    const { default: prepare } = (await import(pathToFileURL(setup).href)) as {
      default: (at: string) => void;
    };
    prepare(specsFolder);
  }
  const options = join(folder, 'options.json');
  const given = existsSync(options) ? (JSON.parse(readFileSync(options, 'utf8')) as object) : {};
  const packagesFolder = join(folder, 'packages/integrations');
  const { diagnostics, models } = await readModels({ specsFolder, packagesFolder, ...given });

  expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
  expect(models).toEqual([]);
  await expect(renderDiagnostics(diagnostics)).toMatchFileSnapshot(join(fixtures, code, 'expected.txt'));
});
