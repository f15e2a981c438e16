import { Project, ts } from 'ts-morph';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { checkTypes } from '../../../fixtures/check-types.js';
import { withText } from '../../../fixtures/hostile-model.js';
import { hostileTexts } from '../../../fixtures/hostile-text.js';
import { loadTarget } from '../../../fixtures/load-target.js';
import { readSpecs } from '../../../fixtures/read-specs.js';
import { exampleModel } from '../../../fixtures/example-model.js';
import { typescriptShape } from '../../../fixtures/typescript-shape.js';
import type { Target } from '../../emit/target.js';
import { formatFiles } from '../../format/format-files.js';
import type { IntegrationModel } from '../../model/model.js';

const sdk = await loadTarget('sdk');
const model = exampleModel();

const emit = (from: IntegrationModel, target: Target = sdk) => [...target.emit(from)];
const shape = (from: IntegrationModel, target: Target = sdk) =>
  emit(from, target).map(({ path, content }) => [path, typescriptShape(path, content)]);

test('matches the golden files', async () => {
  for (const file of await formatFiles(emit(model))) {
    await expect(file.content).toMatchFileSnapshot(`./golden/example-service/${file.path}`);
  }
});

test('passes the type checker as it is, and formatted', async () => {
  const at = (folder: string) => (file: { path: string; content: string }) => ({
    ...file,
    path: `${folder}/${file.path}`,
  });
  const plain = emit(model).map(at('plain'));
  const formatted = (await formatFiles(emit(model))).map(at('formatted'));
  expect(checkTypes([...plain, ...formatted])).toEqual([]);
});

test('of the real specs passes the type checker', async () => {
  const models = await readSpecs();
  const files = models.flatMap((from) =>
    emit(from).map(({ path, content }) => ({ path: `${from.name}/${path}`, content })),
  );
  expect(files.length).toBeGreaterThan(20);
  expect(checkTypes(files)).toEqual([]);
});

test('names nothing that the language or the modules give a meaning', () => {
  const fn = model.functions.find(({ name }) => name === 'get_thing');
  const names = [
    ['constructor'],
    ['then'],
    ['execute'],
    ['integration'],
    ['delete'],
    ['get', 'thing', 'operation'],
    ['sort'],
  ];
  const functions = names.map((words) => Object.assign({}, fn, { name: words.join('_'), words }));
  const types = [
    'Promise',
    'Record',
    'GetThingArgs',
    'ExampleService',
    'Operation',
    'ThenResult',
    'string',
  ].map((name) => ({
    name,
    schema: { type: 'object', properties: { self: { $ref: `#/types/${name}` } } },
  }));
  const named = {
    ...model,
    functions: [...functions, ...model.functions.filter(({ name }) => name !== 'sort')],
    types: [...types, ...model.types],
  };
  expect(checkTypes(emit(named))).toEqual([]);
});

test('a reference to a type that does not exist is a bug', () => {
  expect(() => emit({ ...model, types: [] })).toThrow(/no shared type "Item"/);
});

describe('exports', () => {
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: { strict: true, target: ts.ScriptTarget.ES2022 },
  });
  for (const { path, content } of emit(model)) project.createSourceFile(`/${path}`, content);
  const source = (path: string) => project.getSourceFileOrThrow(`/src/${path}`);
  const declared = (path: string) => [...source(path).getExportedDeclarations().keys()].toSorted();

  test('of a function module', () => {
    expect(declared('functions/list_items.ts')).toEqual([
      'ListItemsArgs',
      'ListItemsItem',
      'ListItemsResult',
      'listItems',
      'listItemsEach',
      'listItemsOperation',
    ]);
    expect(declared('functions/sort.ts')).toEqual(['SortArgs', 'SortResult', 'sort', 'sortOperation']);
  });

  test('a function takes account, args and options, and promises its result', () => {
    const fn = source('functions/get_thing.ts').getFunctionOrThrow('getThing');
    expect(fn.getParameters().map((parameter) => parameter.getText())).toEqual([
      'account: ExampleServiceAccount',
      'args: GetThingArgs',
      'options?: CallOptions',
    ]);
    expect(fn.getReturnTypeNodeOrThrow().getText()).toBe('PendingCall<GetThingResult>');
    expect(fn.getJsDocs().map((doc) => doc.getDescription())).toEqual(['Read one thing.']);
  });

  test('arguments may be left out when none is required', () => {
    const fn = source('functions/list_items.ts').getFunctionOrThrow('listItems');
    expect(fn.getParameterOrThrow('args').getText()).toBe('args: ListItemsArgs = {}');
  });

  test('a paged function has a method that yields its items', () => {
    const client = source('index.ts').getClassOrThrow('ExampleService');
    expect(client.getInstanceMethods().map((method) => method.getName())).toEqual([
      'createItem',
      'deleteItem',
      'getStatus',
      'listItems',
      'listItemsEach',
      'listTags',
      'getThing',
      'sort',
    ]);
    expect(client.getStaticMethods().map((method) => method.getName())).toEqual(['fromEnv', 'fromAccount']);
    const each = client.getInstanceMethodOrThrow('listItemsEach');
    expect(each.getReturnTypeNodeOrThrow().getText()).toBe('AsyncGenerator<ListItemsItem, void>');
    const item = source('functions/list_items.ts').getTypeAliasOrThrow('ListItemsItem');
    expect(item.getTypeNodeOrThrow().getText()).toBe('Item');
  });

  test('credentials are options in camelCase, with a comment', () => {
    const options = source('integration.ts').getInterfaceOrThrow('ExampleServiceAccount');
    expect(options.getProperties().map((property) => property.getName())).toEqual(['token', 'url']);
    expect(options.getPropertyOrThrow('token').getJsDocs()[0]!.getDescription()).toContain('EXAMPLE_TOKEN');
  });

  test('a module imports what it uses and nothing else', () => {
    const imported = source('functions/get_thing.ts').getImportDeclarations();
    expect(
      imported.flatMap((declaration) => declaration.getNamedImports().map((name) => name.getName())),
    ).toEqual([
      'execute',
      'CallOptions',
      'Operation',
      'PendingCall',
      'checkEnum',
      'checkFilled',
      'checkOthers',
      'checkProperties',
      'checkShape',
      'checkString',
      'checkType',
      'copyJson',
      'headerFields',
      'headerValue',
      'hintWhen',
      'joinErrors',
      'query',
      'queryValue',
      'runRequest',
      'segment',
      'text',
      'get',
      'errors',
      'exampleServiceAccount',
      'integration',
      'mainApi',
      'tokenCredential',
      'urlCredential',
      'ExampleServiceAccount',
      'Thing',
    ]);
  });
});

describe('hostile text', () => {
  const benign = shape(withText(model, 'benign'));

  test.each(hostileTexts)('%j stays text', (text) => {
    expect(shape(withText(model, text))).toEqual(benign);
  });

  test('stays text in a program that still type-checks', () => {
    const some = hostileTexts.filter((_, index) => index % 8 === 0);
    const files = some.flatMap((text, index) =>
      emit(withText(model, text)).map(({ path, content }) => ({
        path: `${index}/${path}`,
        content,
      })),
    );
    expect(checkTypes(files)).toEqual([]);
  });

  const modules = ['../../emit/syntax/typescript.js', '../../javascript/string.js'] as const;

  afterEach(() => {
    for (const module of modules) vi.doUnmock(module);
    vi.resetModules();
  });

  test.each([
    ['strings', 'printString', (text: string) => text.replaceAll(`\\'`, `'`)],
    ['comments', 'docComment', (text: string) => text.replaceAll('*\\/', '*/')],
    ['tags', 'docComment', (text: string) => text.replaceAll('\\@', '@')],
    ['property names', 'propertyName', (text: string) => text.replace(/^'(.*)'$/, '$1')],
  ])('the check catches an emitter that does not escape %s', async (_, name, unescape) => {
    vi.resetModules();
    for (const path of modules) {
      vi.doMock(path, async (original) => {
        const module = await original<Record<string, (text: string) => string | { readonly text: string }>>();
        const spell = module[name];
        if (!spell) return module;
        const { Emitted } = await import('../../emit/emitted.js');
        const broken = (text: string) => {
          const spelled = spell(text);
          return typeof spelled === 'string' ? unescape(spelled) : new Emitted(unescape(spelled.text));
        };
        return { ...module, [name]: broken };
      });
    }
    const broken = await loadTarget('sdk');
    const caught = hostileTexts.filter((text) => {
      try {
        return JSON.stringify(shape(withText(model, text), broken)) !== JSON.stringify(benign);
      } catch {
        return true;
      }
    });
    const plain = { ...model, functions: model.functions.filter((fn) => fn.name !== 'get_status') };
    expect(shape(plain, broken)).toEqual(shape(plain));
    expect(caught).not.toEqual([]);
  });
});
