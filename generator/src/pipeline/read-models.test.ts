import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { renderDiagnostics } from '../diagnostics/render.js';
import { readModels } from './read-models.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'read-models-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let count = 0;

/** A copy of the real specs with some files written anew. */
function specsWith(files: Readonly<Record<string, string | ((text: string) => string)>>): string {
  const folder = join(scratch, String(count++), 'specs');
  for (const name of ['planetscale', 'upstash']) {
    cpSync(join(root, 'specs', name), join(folder, name), { recursive: true });
  }
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === 'string' ? content : content(readFileSync(path, 'utf8')));
  }
  return folder;
}

/** Each integration below a folder, with the number of its functions. */
function listSpecs(folder: string): [string, number][] {
  const names = readdirSync(folder).toSorted();
  return names.map((name) => [name, readdirSync(join(folder, name, 'functions')).length]);
}

const getKey = 'upstash/functions/get_key.yaml';
const edit = (from: string, to: string) => (text: string) => {
  expect(text).toContain(from);
  return text.replace(from, to);
};

test('the specs of the repository and the kitchen sink are valid', async () => {
  const specs = await readModels({ specsFolder: join(root, 'specs') });
  expect(renderDiagnostics(specs.diagnostics)).toBe('0 errors in 0 files\n');
  expect(specs.models.map(({ name, functions }) => [name, functions.length])).toEqual(
    listSpecs(join(root, 'specs')),
  );
  const sink = await readModels({ specsFolder: join(root, 'generator/fixtures/kitchen-sink') });
  expect(renderDiagnostics(sink.diagnostics)).toBe('0 errors in 0 files\n');
  expect(sink.models[0]!.overview).toContain('only in tests');
});

describe('bad input is told with its place', () => {
  const readable = readFileSync(join(root, 'specs', getKey), 'utf8');
  const lineOf = (part: string) => readable.slice(0, readable.indexOf(part)).split('\n').length;

  test.each([
    [
      'a misspelt key',
      edit('description: Read', 'descriptoin: Read'),
      'KEY_UNKNOWN',
      lineOf('description: Read'),
      1,
    ],
    [
      'a duplicate key',
      edit('api: redis', 'operation: read\napi: redis'),
      'YAML_DUPLICATE_KEY',
      lineOf('api: redis'),
      1,
    ],
    [
      'a missing param in a path',
      edit('path: /', 'path: "/x/{kye}"'),
      'TEMPLATE_NAME_UNKNOWN',
      lineOf('path: /'),
      13,
    ],
    ['a wrong type', edit('minLength: 1', 'minLength: one'), 'VALUE_TYPE', lineOf('minLength: 1'), 51],
    [
      'an unknown JMESPath field',
      edit('args.key', 'args.kee'),
      'EXPRESSION_NAME_UNKNOWN',
      lineOf('args.key'),
      19,
    ],
    [
      'a reserved word',
      edit('  key: { type: string, required', '  end: { type: string, required'),
      'NAME_RESERVED',
      lineOf('  key: { type: string, required'),
      3,
    ],
  ] as const)('%s', async (_, change, code, line, column) => {
    const { diagnostics, models } = await readModels({ specsFolder: specsWith({ [getKey]: change }) });
    const file = `specs/${getKey}`;
    expect(diagnostics).toContainEqual(expect.objectContaining({ code, file, line, column }));
    expect(models.map(({ name }) => name)).toEqual(['planetscale']);
  });

  test('two functions that differ only in case', async () => {
    const specsFolder = specsWith({ 'upstash/functions/Get_Key.yaml': readable });
    const { diagnostics } = await readModels({ specsFolder });
    const [invalid, collision] = diagnostics;
    expect(invalid).toMatchObject({
      code: 'NAME_INVALID',
      file: 'specs/upstash/functions/Get_Key.yaml',
      line: 2,
      column: 1,
    });
    expect(collision).toMatchObject({ code: 'NAME_COLLISION', file: `specs/${getKey}`, line: 2, column: 1 });
    expect(collision!.related).toMatchObject({
      file: 'specs/upstash/functions/Get_Key.yaml',
      line: 2,
      column: 1,
    });
  });

  test.each([
    ['an empty file', '', 'FILE_EMPTY'],
    ['a 3 MB file', `# ${'x'.repeat(3_000_000)}\n`, 'FILE_TOO_LARGE'],
  ])('%s', async (_, text, code) => {
    const { diagnostics } = await readModels({ specsFolder: specsWith({ [getKey]: text }) });
    expect(diagnostics).toMatchObject([{ code, file: `specs/${getKey}`, line: 1, column: 1 }]);
  });

  test('everything that is wrong is told at once, by place', async () => {
    const specsFolder = specsWith({
      'planetscale/functions/get_branch.yaml': edit('title:', 'titel:'),
      'planetscale/integration.yaml': edit('name: planetscale', 'name: planet'),
      [getKey]: edit('args.key', 'args.kee'),
      'upstash/functions/set_key.yaml': 'a: [',
    });
    const { diagnostics, models } = await readModels({ specsFolder });
    expect(models).toEqual([]);
    expect(diagnostics.map(({ code, file }) => [code, file])).toEqual([
      ['KEY_UNKNOWN', 'specs/planetscale/functions/get_branch.yaml'],
      ['NAME_MISMATCH', 'specs/planetscale/integration.yaml'],
      ['EXPRESSION_NAME_UNKNOWN', `specs/${getKey}`],
      ['YAML_SYNTAX', 'specs/upstash/functions/set_key.yaml'],
    ]);
  });

  test('a place within folded and quoted text', async () => {
    const folded = edit(
      'select: "{ key: args.key, value: body.result }"',
      'select: >-\n    {\n      key: args.key,\n      value: bodi.result\n    }',
    );
    const { diagnostics } = await readModels({ specsFolder: specsWith({ [getKey]: folded }) });
    const at = lineOf('select:') + 3;
    expect(diagnostics).toMatchObject([
      { code: 'EXPRESSION_NAME_UNKNOWN', line: at, column: 14, length: 11 },
    ]);
    const escaped = edit(
      '"{ key: args.key, value: body.result }"',
      '"{ \\u006bey: args.key,\\n value: bodi.result }"',
    );
    const second = await readModels({ specsFolder: specsWith({ [getKey]: escaped }) });
    expect(second.diagnostics).toMatchObject([{ line: lineOf('select:'), column: 43, length: 11 }]);
  });
});

test('only what is asked for is read', async () => {
  const specsFolder = specsWith({ 'upstash/integration.yaml': 'broken' });
  const { models, diagnostics } = await readModels({ specsFolder, only: ['planetscale'] });
  expect(models.map(({ name }) => name)).toEqual(['planetscale']);
  expect(diagnostics).toEqual([]);
});

test('the version is that of the released package', async () => {
  const packagesFolder = join(scratch, 'packages');
  mkdirSync(join(packagesFolder, 'upstash'), { recursive: true });
  writeFileSync(join(packagesFolder, 'upstash/package.json'), '{ "version": "1.2.3" }');
  const { models } = await readModels({ specsFolder: join(root, 'specs'), packagesFolder });
  const versions = Object.fromEntries(models.map(({ name, version }) => [name, version]));
  expect(versions).toMatchObject({ upstash: '1.2.3', planetscale: '0.0.0' });
});

test('the order of files on disk does not matter', async () => {
  const { models } = await readModels({ specsFolder: join(root, 'generator/fixtures/kitchen-sink') });
  const names = models[0]!.functions.map(({ name }) => name);
  expect(names).toEqual(names.toSorted((a, b) => (a < b ? -1 : 1)));
});

describe('hostile specs end in diagnostics', () => {
  const many = (number: number, line: (index: number) => string) =>
    Array.from({ length: number }, (_, i) => line(i));

  test('150,000 unknown keys: the first 100 are told', async () => {
    const specsFolder = specsWith({
      [getKey]: (text) => `${text}${many(150_000, (i) => `k${i}: 1`).join('\n')}\n`,
    });
    const { diagnostics } = await readModels({ specsFolder });
    expect(diagnostics).toHaveLength(101);
    expect(diagnostics.at(0)).toMatchObject({
      code: 'FILE_ERRORS_CUT',
      message: '149900 more errors in this file',
    });
  });

  test('a chain of 20,000 types', async () => {
    const chain = many(20_000, (i) => `  T${i}: { $ref: "#/types/T${i + 1}" }`);
    const types = `types:\n${chain.join('\n')}\n  T20000: { type: string }\n`;
    const specsFolder = specsWith({
      'upstash/integration.yaml': (text) => text.replace('types:\n', types),
      [getKey]: edit('  key: {', '  chain: { $ref: "#/types/T0", description: A chain. }\n  key: {'),
    });
    const { diagnostics, models } = await readModels({ specsFolder });
    expect(new Set(diagnostics.map(({ code }) => code))).toContain('TYPE_CYCLE');
    expect(models.map(({ name }) => name)).toEqual(['planetscale']);
  });

  test('a message does not repeat what is large', async () => {
    const values = many(100_000, (i) => `e${i}`).join(', ');
    const specsFolder = specsWith({
      'upstash/integration.yaml': (text) => text.replace(/^check:\n(?:  - .*\n)+/m, ''),
      [getKey]: edit('type: string,', `type: string, enum: [${values}],`),
    });
    const { diagnostics } = await readModels({ specsFolder });
    expect(diagnostics.map(({ code }) => code)).toEqual(['EXAMPLE_ARGS', 'EXAMPLE_ARGS', 'EXAMPLE_ARGS']);
    expect(renderDiagnostics(diagnostics).length).toBeLessThan(5_000);
  });
});
