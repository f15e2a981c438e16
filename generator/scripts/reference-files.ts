import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { diagnosticsPage } from '../src/diagnostics/diagnostics-page.js';
import { functionSchema } from '../src/spec/json-schema/function-schema.js';
import { integrationSchema } from '../src/spec/json-schema/integration-schema.js';
import { referenceSchema } from '../src/targets/reference/reference-schema.js';

const command = 'pnpm --filter @kosmokrator/generator reference';

/** Files that follow from the generator's sources. A test fails when one of them is out of date. */
export function referenceFiles(root: string): { path: string; content: string }[] {
  return [
    { path: 'generator/schemas/integration.schema.json', content: json(integrationSchema) },
    { path: 'generator/schemas/function.schema.json', content: json(functionSchema) },
    { path: 'generator/schemas/reference.schema.json', content: json(referenceSchema) },
    { path: 'generator/schemas/form-checks.mjs', content: formChecks() },
    { path: 'docs/reference/diagnostics.md', content: diagnosticsPage((code) => readExample(root, code)) },
  ];
}

/** ajv's code for both schemas. Compiling them takes longer than checking a thousand specs. */
function formChecks(): string {
  const ajv = new Ajv2020({
    allErrors: true,
    strictTypes: false,
    strictRequired: false,
    // Lengths in UTF-16 units, which needs no import; the bounds of the schemas are coarse.
    unicode: false,
    inlineRefs: false,
    logger: false,
    code: { source: true, esm: true },
    schemas: [
      { ...withoutProse(integrationSchema), $id: 'integration' },
      { ...withoutProse(functionSchema), $id: 'function' },
    ],
  });
  const code = standaloneCode.default(ajv, { integrationForm: 'integration', functionForm: 'function' });
  if (code.includes('require(')) throw new Error('the compiled checks need a module of ajv');
  return `// Compiled from generator/src/spec/ by \`${command}\`. Do not edit.\n${code}\n`;
}

/** Descriptions check nothing, and ajv keeps the schemas in its code. */
function withoutProse(schema: object): object {
  const text = JSON.stringify(schema, (key, value: unknown) =>
    (key === 'description' || key === 'title') && typeof value === 'string' ? undefined : value,
  );
  return JSON.parse(text) as object;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function readExample(root: string, code: string): string | undefined {
  try {
    return readFileSync(join(root, 'generator/fixtures/invalid', code, 'expected.txt'), 'utf8');
  } catch {
    return undefined;
  }
}
