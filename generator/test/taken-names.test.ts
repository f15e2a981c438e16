/**
 * Every name that a generated package uses or that the runtime exports, given to everything that a spec can name.
 * What is not refused must compile, and be imported as what the spec declares.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkTypes } from '../fixtures/check-types.js';
import { loadTarget } from '../fixtures/load-target.js';
import { isInstalled, runProgram } from '../fixtures/programs.js';
import { readKitchenSink } from '../fixtures/read-specs.js';
import { exampleModel } from '../fixtures/example-model.js';
import { isPaged } from '../src/emit/pages.js';
import { sdkNames } from '../src/emit/sdk-names.js';
import type { IntegrationModel } from '../src/model/model.js';
import { readModels } from '../src/pipeline/read-models.js';

const lua = await loadTarget('lua');
const sdk = await loadTarget('sdk');

const scratch = mkdtempSync(join(tmpdir(), 'taken-names-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const exercise = fileURLToPath(new URL('../src/targets/lua/exercise-binding.lua', import.meta.url));
const repository = fileURLToPath(new URL('../../', import.meta.url));

/** Every identifier in what is generated of the spec that uses everything. */
function generatedNames(model: IntegrationModel): string[] {
  return [...sdk.emit(model)].flatMap(({ path, content }) => {
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node)) found.push(node.text);
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(path, content, ts.ScriptTarget.Latest));
    return found;
  });
}

/** What the runtime exports with the globals of the language, and what a client takes. */
function runtimeNames(): { readonly names: readonly string[]; readonly options: readonly string[] } {
  const at = (path: string) => join(repository, 'packages/runtime/src', path);
  const files = ['index.ts', 'parts/index.ts', 'select/index.ts'].map(at);
  const program = ts.createProgram(files, { target: ts.ScriptTarget.ES2022, lib: ['lib.es2022.d.ts'] });
  const checker = program.getTypeChecker();
  const exported = files.flatMap((file) => {
    return checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)!)!);
  });
  const account = checker.getDeclaredTypeOfSymbol(exported.find(({ name }) => name === 'Account')!);
  const options = account.getProperties().map(({ name }) => name);
  const kinds = ts.SymbolFlags.Type | ts.SymbolFlags.Value;
  const globals = checker.getSymbolsInScope(program.getSourceFile(files[0]!)!, kinds);
  const inherited = Object.getOwnPropertyNames(Object.prototype);
  return { names: [...[...exported, ...globals].map(({ name }) => name), ...options, ...inherited], options };
}

const pascal = (name: string) => name[0]!.toUpperCase() + name.slice(1);
const snake = (name: string) =>
  name.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '_').toLowerCase();

/** Without those that differ from another in spelling alone. */
function distinct(names: readonly string[], form: RegExp): string[] {
  const found = new Map<string, string>();
  for (const name of names) {
    const spelled = name.replaceAll('_', '').toLowerCase();
    if (form.test(name) && !found.has(spelled)) found.set(spelled, name);
  }
  return [...found.values()];
}

interface Named {
  readonly types: readonly string[];
  readonly functions: readonly string[];
  readonly params: readonly string[];
  readonly steps: readonly string[];
  readonly credentials: readonly string[];
}

const description = 'A name.';
const own = (name: string) => ({
  type: 'object',
  description,
  required: ['own'],
  properties: { own: { const: name, description } },
  additionalProperties: false,
});

/** Adds names to a spec, in each place where they can stand. */
function addNames(folder: string, { types, functions, params, steps, credentials }: Named): void {
  const spec = parse(readFileSync(join(folder, 'integration.yaml'), 'utf8')) as Record<string, object>;
  const auth = (name: string) => [{ header: { name: 'X-Key', value: `{${name}}` } }];
  const added = {
    types: types.map((name) => [name, own(name)] as const),
    credentials: credentials.map((name, index) => {
      return [name, { type: 'secret', env: `TAKEN_${index}`, description }] as const;
    }),
    apis: credentials.map(
      (name) => [name, { base_url: 'https://names.example.com', auth: auth(name) }] as const,
    ),
  };
  for (const [group, entries] of Object.entries(added)) {
    spec[group] = { ...spec[group], ...Object.fromEntries<object>(entries) };
  }
  writeFileSync(join(folder, 'integration.yaml'), JSON.stringify(spec));
  const api = (index: number) => credentials[index % credentials.length] ?? Object.keys(spec['apis']!)[0];
  for (const [index, name] of functions.entries()) {
    addFunction(folder, name, own(name), { own: name }, { api: api(index) });
  }
  const references = types.map((name, index) => [`t${index}`, { $ref: `#/types/${name}` }]);
  const returns = { type: 'object', properties: Object.fromEntries(references) };
  addFunction(folder, 'use_types', returns, {}, { api: api(0) });
  for (const [index, names] of chunks(params, 40).entries()) {
    const given = names.map((name) => [name, { type: 'string', in: 'none', description }]);
    addFunction(folder, `take_${index}`, {}, {}, { api: api(0), params: Object.fromEntries(given) });
  }
  for (const [index, names] of chunks(steps, 20).entries()) {
    const named = names.map((name) => ({ name, request: { method: 'GET', path: '/' } }));
    const examples = [
      { title: 'One', args: {}, http: names.map(() => ({ status: 200, body: {} })), result: {} },
    ];
    addFunction(folder, `do_${index}`, {}, {}, { api: api(0), steps: named, examples });
  }
}

function chunks(names: readonly string[], size: number): (readonly string[])[] {
  return Array.from({ length: Math.ceil(names.length / size) }, (_, index) =>
    names.slice(index * size, (index + 1) * size),
  );
}

function addFunction(folder: string, name: string, returns: object, result: object, more: object): void {
  const fn = {
    title: 'A name',
    operation: 'read',
    description,
    steps: [{ name: 'one', request: { method: 'GET', path: '/' } }],
    response: { select: '[body, args] | [0]' },
    returns,
    examples: [{ title: 'One', args: {}, http: { status: 200, body: result }, result }],
    ...more,
  };
  writeFileSync(join(folder, `functions/${name}.yaml`), JSON.stringify(fn));
}

/** What a caller writes: each type, function and option, as what the spec says that it is. */
function useOf(model: IntegrationModel, { types, functions, credentials }: Named): string {
  const names = sdkNames(model);
  const call = (name: string) => names.functions.get(name)!.call;
  const camel = (name: string) => name.replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return [
    `import * as all from './index.js';`,
    `const options: all.${names.options} = { ${credentials.map((name) => `'${camel(name)}': 'x'`).join(', ')} };`,
    `const client: all.${names.client} = new all.${names.client}(options);`,
    ...types.map(
      (name, index) => `export const t${index}: all.${names.types.get(name)!} = { own: '${name}' };`,
    ),
    ...functions.flatMap((name, index) => [
      `export const f${index}: Promise<{ own: '${name}' }> = all.${call(name)}(options, {});`,
      `export const m${index}: Promise<{ own: '${name}' }> = client.${call(name)}({});`,
    ]),
    `export const call: all.CallOptions = { timeoutMs: 1 };`,
    `export const isError: boolean = all.isKosmoError(new all.KosmoError({ code: 'timeout', message: '' }));`,
  ].join('\n');
}

const kitchenSink = await readKitchenSink();
const runtime = runtimeNames();
const taken = [...generatedNames(kitchenSink), ...runtime.names];
const words = distinct(taken.map(snake), /^[a-z][a-z0-9_]{0,39}$/).filter(
  (name) => !name.startsWith('kitchen_sink_'),
);
const without = (names: readonly string[], existing: readonly { readonly name: string }[]) =>
  names.filter((name) => existing.every((one) => one.name.toLowerCase() !== name.toLowerCase()));

/** The names by integration: all in one but for credentials, of which there are forty in each. */
const named: Record<string, Named> = {
  'kitchen-sink': {
    types: without(distinct([...taken, ...taken.map(pascal)], /^[A-Z][A-Za-z0-9]{0,63}$/), kitchenSink.types),
    functions: without(words, kitchenSink.functions),
    params: words,
    steps: words,
    credentials: [],
  },
};
for (const [index, credentials] of chunks(words, 40).entries()) {
  const functions = credentials.slice(0, 2);
  named[`names-${index}`] = { types: [], functions, params: [], steps: [], credentials };
}

function writeSpecs(folder: string, given: Record<string, Named>): void {
  const fixture = join(repository, 'generator/fixtures/kitchen-sink/kitchen-sink');
  cpSync(fixture, join(folder, 'kitchen-sink'), { recursive: true });
  for (const [name, names] of Object.entries(given)) {
    if (name !== 'kitchen-sink') {
      mkdirSync(join(folder, name, 'functions'), { recursive: true });
      const docs = 'https://names.example.com/docs';
      const spec = { name, title: 'Names', category: 'test', description, vendor_docs: docs };
      writeFileSync(join(folder, name, 'integration.yaml'), JSON.stringify(spec));
    }
    addNames(join(folder, name), names);
  }
}

test('no name of a spec makes a package that does not compile', { timeout: 300_000 }, async () => {
  const [all] = Object.values(named);
  expect(all!.types).toEqual(expect.arrayContaining(['WithResponse', 'PendingCall', 'Omit', 'GetItemArgs']));
  expect(words).toEqual(
    expect.arrayContaining(['parse_json', 'get_item_operation', 'settings', 'to_string']),
  );

  const first = join(scratch, 'first');
  writeSpecs(first, named);
  const { diagnostics } = await readModels({ specsFolder: first });
  expect(diagnostics.filter(({ code }) => code !== 'NAME_RESERVED')).toEqual([]);
  const refused = new Set(diagnostics.map(({ message }) => message.replace(/ (?:is|has|already) .*/, '')));
  const permitted = (names: readonly string[], ...kinds: readonly string[]) =>
    names.filter((name) => kinds.every((kind) => !refused.has(`${kind} \`${name}\``)));
  const left = Object.fromEntries(
    Object.entries(named).map(([name, { types, functions, params, steps, credentials }]) => [
      name,
      {
        types: permitted(types, 'type'),
        functions: permitted(functions, 'function'),
        params: permitted(params, 'param'),
        steps: permitted(steps, 'step'),
        credentials: permitted(credentials, 'credential', 'API'),
      },
    ]),
  );

  // An integration needs an API, which is named like one of its credentials.
  for (const [name, { credentials }] of Object.entries(left))
    if (name !== 'kitchen-sink' && credentials.length === 0) delete left[name];

  const second = join(scratch, 'second');
  writeSpecs(second, left);
  const { models, ...rest } = await readModels({ specsFolder: second });
  expect(rest.diagnostics).toEqual([]);
  const files = models.flatMap((model) => [
    ...[...sdk.emit(model)].map(({ path, content }) => ({ path: `${model.name}/${path}`, content })),
    { path: `${model.name}/src/use.ts`, content: useOf(model, left[model.name]!) },
  ]);
  expect(checkTypes(files)).toEqual([]);

  for (const [index, model] of models.entries()) {
    const [binding, annotations] = [...lua.emit(model)].map(({ content }) => content);
    const declared = [...annotations!.matchAll(/^---@(?:class|alias) (\S+)/gm)].map(([, name]) => name!);
    expect(declared.filter((name, at) => declared.indexOf(name) !== at)).toEqual([]);
    if (!isInstalled('lua5.4')) continue;
    const file = join(scratch, `${index}.lua`);
    writeFileSync(file, binding!);
    const walked = model.functions.find(isPaged)?.name ?? '-';
    const functions = model.functions.map(({ name }) => name);
    runProgram('lua5.4', [exercise, file, model.namespace, '-', walked, ...functions]);
  }
});

test('no name of an integration makes a package that does not compile', async () => {
  const inUse = distinct(generatedNames(exampleModel()), /^[A-Za-z]+$/).map(snake);
  const files = inUse.flatMap((name) => {
    const model = {
      ...exampleModel(),
      name: name.replaceAll('_', '-'),
      namespace: name,
      words: name.split('_'),
    };
    return [...sdk.emit(model)].map(({ path, content }) => ({ path: `${name}/${path}`, content }));
  });
  expect(inUse).toEqual(expect.arrayContaining(['with_response', 'promise', 'kosmo_error', 'call_options']));
  expect(checkTypes(files)).toEqual([]);
});

test('an integration is not called like a package of the project or a command', async () => {
  const bin = join(repository, 'packages/cli/dist/bin.js');
  const tree = execFileSync(process.execPath, [bin, 'commands', '--json'], { encoding: 'utf8' });
  const { commands: described } = JSON.parse(tree).data as { commands: { name: string }[] };
  const commands = described.map(({ name }) => name);
  expect(commands.length).toBeGreaterThan(4);
  const folders = readdirSync(join(repository, 'packages'));
  for (const name of [...folders, 'generator', ...commands]) {
    const folder = join(scratch, `called-${name}`);
    const kitchen = join(repository, 'generator/fixtures/kitchen-sink/kitchen-sink');
    cpSync(kitchen, join(folder, name), { recursive: true });
    const spec = readFileSync(join(folder, name, 'integration.yaml'), 'utf8');
    writeFileSync(
      join(folder, name, 'integration.yaml'),
      spec.replace('name: kitchen-sink', `name: ${name}`),
    );
    const { diagnostics } = await readModels({ specsFolder: folder });
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toContainEqual(
      `NAME_RESERVED integration \`${name}\` already has another meaning`,
    );
  }
});

test('credentials are refused for what else a client takes, and for nothing more', async () => {
  const folder = join(scratch, 'credentials');
  writeSpecs(folder, named);
  const { diagnostics } = await readModels({ specsFolder: folder });
  const found = diagnostics.flatMap(
    ({ message }) => /^credential `(.*)` already has another meaning$/.exec(message)?.[1] ?? [],
  );
  const inherited = Object.getOwnPropertyNames(Object.prototype).filter((name) => /^[a-z]/.test(name));
  expect(found.toSorted()).toEqual([...runtime.options, ...inherited].map(snake).toSorted());
});
