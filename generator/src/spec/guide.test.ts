import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JsonSchema } from '@kosmokrator/runtime';
import { afterAll, expect, test } from 'vitest';
import { renderDiagnostics } from '../diagnostics/render.js';
import { readModels } from '../pipeline/read-models.js';
import { functionSchema } from './json-schema/function-schema.js';
import { integrationSchema } from './json-schema/integration-schema.js';
import { valueKeywords } from './json-schema/value-schema.js';

const guide = readFileSync(
  fileURLToPath(new URL('../../../docs/guides/spec-language.md', import.meta.url)),
  'utf8',
);
const scratch = mkdtempSync(join(tmpdir(), 'spec-guide-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test('the templates of the guide are a valid integration as they stand', async () => {
  const [integration, list, create] = [...guide.matchAll(/```yaml\n(# yaml-language-server[^]*?)```/g)].map(
    ([, text]) => text!,
  );
  mkdirSync(join(scratch, 'specs/acme/functions'), { recursive: true });
  writeFileSync(join(scratch, 'specs/acme/integration.yaml'), integration!);
  writeFileSync(join(scratch, 'specs/acme/functions/list_notes.yaml'), list!);
  writeFileSync(join(scratch, 'specs/acme/functions/create_note.yaml'), create!);
  const { diagnostics, models } = await readModels({ specsFolder: join(scratch, 'specs') });
  expect(renderDiagnostics(diagnostics)).toBe('0 errors in 0 files\n');
  expect(models.map(({ name, functions }) => [name, functions.length])).toEqual([['acme', 2]]);
});

const keysOf = (schema: JsonSchema) => Object.keys(schema['properties'] as object);
const definition = (name: string) => (functionSchema['$defs'] as Record<string, JsonSchema>)[name]!;

test.each([
  ...keysOf(integrationSchema),
  ...keysOf(functionSchema),
  ...Object.keys(valueKeywords),
  ...['request', 'param', 'step', 'reply', 'example', 'paginate', 'errors'].flatMap((name) =>
    keysOf(definition(name)),
  ),
])('the guide explains `%s`', (key) => {
  expect(guide).toMatch(new RegExp(`[\`{ ]${key.replace('$', '\\$')}[\`:]`));
});
