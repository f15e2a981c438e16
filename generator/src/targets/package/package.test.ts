import ts from 'typescript';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { withText } from '../../../fixtures/hostile-model.js';
import { hostileTexts } from '../../../fixtures/hostile-text.js';
import { jsonShape } from '../../../fixtures/json-shape.js';
import { loadTarget } from '../../../fixtures/load-target.js';
import { markdownShape } from '../../../fixtures/markdown-shape.js';
import { exampleModel } from '../../../fixtures/example-model.js';
import type { Target } from '../../emit/target.js';
import type { IntegrationModel } from '../../model/model.js';

const target = await loadTarget('package');
const model = exampleModel();

const emit = (from: IntegrationModel) =>
  Object.fromEntries([...target.emit(from)].map(({ path, content }) => [path, content]));
const read = (path: string, from = model) => JSON.parse(emit(from)[path]!) as Record<string, unknown>;

test('matches the golden files', async () => {
  for (const [path, content] of Object.entries(emit(model))) {
    await expect(content).toMatchFileSnapshot(`./golden/example-service/${path}`);
  }
});

test('package.json takes its version from the model and depends on the runtime alone', () => {
  expect(read('package.json')).toMatchObject({
    name: '@kosmokrator/example-service',
    version: '0.0.0',
    sideEffects: false,
    dependencies: { '@kosmokrator/runtime': 'workspace:^' },
  });
});

test('the README says that an unpublished package is not on npm, until it is', () => {
  const readme = (version: string) => emit({ ...model, version })['README.md']!;
  expect(readme('0.0.0')).toMatch(
    /^This package is not on npm yet, .*Use a package in your project.*\.\n\n```sh\nnpm install/m,
  );
  expect(readme('1.0.0')).not.toContain('not on npm');
});

test('links of the project are in package.json and in the README, where it has set them', () => {
  const project = {
    repository: 'https://git.test/all.git',
    homepage: 'https://home.test/',
    bugs: { url: 'https://bugs.test/' },
    site: 'https://docs.test/',
    packagesPath: 'packages/integrations',
  };
  const files = new Map([...target.emit(model, project)].map(({ path, content }) => [path, content]));
  expect(JSON.parse(files.get('package.json')!)).toMatchObject({
    repository: { type: 'git', url: project.repository, directory: 'packages/integrations/example-service' },
    homepage: project.homepage,
    bugs: project.bugs,
  });
  const readme = files.get('README.md')!;
  for (const link of [project.homepage, project.site, project.bugs.url])
    expect(readme).toContain(`](${link})`);
  const without = read('package.json');
  for (const field of ['repository', 'homepage', 'bugs']) expect(without).not.toHaveProperty(field);
});

test('everything that package.json exports is among its files', () => {
  const { files, exports } = read('package.json') as {
    files: string[];
    exports: Record<string, string | object>;
  };
  const paths = Object.values(exports).flatMap((entry) =>
    typeof entry === 'string' ? entry : Object.values(entry),
  );
  const top = paths.map((path: string) => path.split('/')[1]);
  expect(top.filter((name) => name !== 'package.json' && !files.includes(name!))).toEqual([]);
});

test('tsconfig.json is one that the compiler reads', () => {
  const { config, error } = ts.parseConfigFileTextToJson('tsconfig.json', emit(model)['tsconfig.json']!);
  expect(error).toBeUndefined();
  expect(config).toMatchObject({ compilerOptions: { types: [] }, include: ['src'] });
});

test('the manifest says what a host lists', () => {
  expect(read('manifest.json')).toMatchObject({
    kosmokrator: 1,
    namespace: 'example_service',
    credentials: [
      { name: 'token', type: 'secret' },
      { name: 'url', type: 'url', env: 'EXAMPLE_URL' },
    ],
    apis: ['main'],
    functions: [
      { name: 'create_item', operation: 'write', destructive: false },
      { name: 'delete_item', operation: 'write', destructive: true, idempotency: 'idempotent' },
      { name: 'get_status' },
      { name: 'list_items', idempotency: 'safe', paged: true },
      { name: 'list_tags', paged: false },
      {
        name: 'get_thing',
        full_name: 'example_service_get_thing',
        keywords: ['look up', 'object'],
        operation: 'read',
        paged: false,
      },
      { name: 'sort', operation: 'write', destructive: true, idempotency: 'none' },
    ],
  });
});

test('input schemas take the params and nothing else', () => {
  const { functions } = read('schemas.json') as { functions: Record<string, object> };
  expect(functions['list_items']).toMatchObject({
    input: {
      type: 'object',
      properties: { page: { type: 'integer', minimum: 1, default: 1, description: 'Page to read.' } },
      additionalProperties: false,
    },
  });
  expect(functions['get_thing']).toMatchObject({
    input: { required: ['id'] },
    output: { $ref: '#/types/Thing' },
  });
  expect(functions['sort']).toMatchObject({ input: { properties: {}, additionalProperties: false } });
});

test('the README shows no call when there is no example, and no credentials when none are needed', () => {
  const functions = model.functions.filter(({ name }) => name === 'sort');
  const readme = emit({ ...model, functions, credentials: [] })['README.md']!;
  expect(readme).not.toMatch(/```ts|fromEnv|undefined/);
});

describe('hostile text', () => {
  const shapes: Readonly<Record<string, (text: string) => readonly string[]>> = {
    'package.json': jsonShape,
    'manifest.json': jsonShape,
    'schemas.json': jsonShape,
    'README.md': markdownShape,
    'tsconfig.json': (text) => [text],
    LICENSE: (text) => [text],
  };
  const shape = (of: IntegrationModel, from: Target = target) =>
    [...from.emit(of)].map(({ path, content }) => [path, shapes[path]!(content)]);
  const hostile = (text: string) => withText(model, text);
  const benign = shape(hostile('benign'));

  test.each(hostileTexts.filter((text) => text.trim() !== ''))('%j stays text', (text) => {
    expect(shape(hostile(text))).toEqual(benign);
  });

  afterEach(() => {
    vi.doUnmock('../../emit/syntax/markdown.js');
    vi.doUnmock('../../emit/syntax/json.js');
    vi.resetModules();
  });

  test.each([
    [
      '../../emit/syntax/markdown.js',
      'mdCell',
      (text: string) => text.replaceAll('\\|', '|').replaceAll('\\', ''),
    ],
    [
      '../../emit/syntax/markdown.js',
      'mdText',
      (text: string) => text.replaceAll('\\', '').replaceAll('&lt;', '<'),
    ],
    ['../../emit/syntax/json.js', 'jsonFile', (text: string) => text.replaceAll('\\\\', '\\')],
  ])('the check catches an emitter of %s whose %s does not escape', async (path, name, unescape) => {
    vi.resetModules();
    vi.doMock(path, async (original) => {
      const module =
        await original<Record<string, (...args: unknown[]) => string | { readonly text: string }>>();
      const { Emitted } = await import('../../emit/emitted.js');
      const broken = (...args: unknown[]) => {
        const spelled = module[name]!(...args);
        return typeof spelled === 'string' ? unescape(spelled) : new Emitted(unescape(spelled.text));
      };
      return { ...module, [name]: broken };
    });
    const brokenTarget = await loadTarget('package');
    const caught = hostileTexts.filter((text) => {
      try {
        return JSON.stringify(shape(hostile(text), brokenTarget)) !== JSON.stringify(benign);
      } catch {
        return true;
      }
    });
    expect(shape(hostile('benign'), brokenTarget)).toEqual(benign);
    expect(caught).not.toEqual([]);
  });
});
