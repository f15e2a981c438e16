import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { exampleModel } from '../../../fixtures/example-model.js';
import { withText } from '../../../fixtures/hostile-model.js';
import { hostileTexts } from '../../../fixtures/hostile-text.js';
import { jsonShape } from '../../../fixtures/json-shape.js';
import { loadTarget } from '../../../fixtures/load-target.js';
import { markdownShape } from '../../../fixtures/markdown-shape.js';
import { readKitchenSink, readSpecs } from '../../../fixtures/read-specs.js';
import type { Target } from '../../emit/target.js';
import type { FunctionModel, IntegrationModel } from '../../model/model.js';
import { referenceSchema } from './reference-schema.js';

const target = await loadTarget('reference');

interface Written {
  readonly functions: readonly Readonly<Record<string, unknown>>[];
  readonly accounts?: string;
}

const kitchenSink = await readKitchenSink();
const conforms = new Ajv2020({ allErrors: true }).compile(referenceSchema);

function contentOf(model: IntegrationModel, from: Target): string {
  return [...from.emit(model)][0]!.content;
}

function emit(model: IntegrationModel, from: Target = target): Written {
  return JSON.parse(contentOf(model, from)) as Written;
}

function emitFunction(change: Partial<FunctionModel>) {
  const [fn] = exampleModel().functions;
  return emit({ ...exampleModel(), functions: [{ ...fn!, ...change }] }).functions[0]!;
}

test('matches the golden file', async () => {
  for (const { path, content } of target.emit(kitchenSink)) {
    await expect(content).toMatchFileSnapshot(`./golden/kitchen-sink/${path}`);
  }
});

test.each([...(await readSpecs()), kitchenSink, exampleModel()])('of $name fits its schema', (model) => {
  const written = emit(model);
  conforms(written);
  expect(conforms.errors ?? []).toEqual([]);
  expect(written.functions.map(({ name }) => name)).toEqual(model.functions.map(({ name }) => name));
});

test('a param tells its limits and its default in its description', () => {
  const limit = {
    name: 'limit',
    required: false,
    schema: { type: 'integer', minimum: 1, maximum: 9 },
    default: 5,
  };
  const { params } = emitFunction({ params: [{ ...limit, description: 'Most items.' }] });
  expect(params).toEqual([
    { name: 'limit', type: 'integer', required: false, description: 'Most items. 1 to 9. Default: `5`.' },
  ]);
});

test('what is called otherwise in Lua is told in both words, and all else once', () => {
  const properties = { a: { type: ['string', 'null'] }, b: { type: 'integer' }, c: { type: 'string' } };
  const list = emitFunction({
    returns: { type: 'array', items: { type: 'object', required: ['a', 'b'], properties } },
  });
  expect(list['fields']).toEqual([
    { path: '`a`', type: 'string or null', lua_type: 'string or nil', description: '' },
    { path: '`b`', type: 'integer', description: '' },
    { path: '`c`', type: 'string, may be absent', lua_type: 'string or nil', description: '' },
  ]);
  expect(list).toMatchObject({ returns: 'List of objects. Each has these fields:' });
  expect(list).not.toHaveProperty('lua_returns');
  const { returns, lua_returns } = emitFunction({ returns: { type: ['string', 'null'] } });
  expect([returns, lua_returns]).toEqual(['String or null.', 'String or nil.']);
});

test('an example that fails tells the code of its error', () => {
  const examples = kitchenSink.functions.flatMap((fn) => fn.examples);
  const told = emit(kitchenSink).functions.flatMap((fn) => fn['examples'] as { error?: string }[]);
  const failing = examples.flatMap(({ error }) => error?.code ?? []);
  expect(told.flatMap(({ error }) => error ?? [])).toEqual(failing);
  expect(failing).not.toEqual([]);
});

test('without an example there is no script on accounts', () => {
  const [fn] = exampleModel().functions;
  expect(emit(exampleModel()).accounts).toContain('.default.');
  expect(emit({ ...exampleModel(), functions: [{ ...fn!, examples: [] }] })).not.toHaveProperty('accounts');
});

describe('hostile text', () => {
  /** Each text that is Markdown, by itself and in a cell of a table. */
  function shape(text: string, from: Target = target): unknown {
    const content = contentOf(withText(exampleModel(), text), from);
    const texts: string[] = [];
    const rows = ['| a | b |', '| --- | --- |'];
    JSON.parse(content, function (this: object, key: string, value: unknown) {
      if (typeof value !== 'string' || ['name', 'sdk', 'lua', 'error', 'accounts'].includes(key))
        return value;
      texts.push(value);
      if ('type' in this) rows.push(`| ${value} | end |`);
      return value;
    });
    return [jsonShape(content), markdownShape(texts.join('\n\n')), markdownShape(rows.join('\n'))];
  }
  const benign = shape('benign');

  test.each(hostileTexts.filter((text) => text.trim() !== ''))('%j stays text', (text) => {
    expect(shape(text)).toEqual(benign);
  });

  afterEach(() => {
    vi.doUnmock('../../emit/syntax/markdown.js');
    vi.resetModules();
  });

  test.each(['mdText', 'mdCell', 'mdCellCode'])('the same check catches a broken %s', async (name) => {
    vi.resetModules();
    vi.doMock('../../emit/syntax/markdown.js', async (original) => {
      const { Emitted } = await import('../../emit/emitted.js');
      return {
        ...(await original<object>()),
        [name]: (text: string) => new Emitted(text.replaceAll('`', '')),
      };
    });
    const broken = await loadTarget('reference');
    const mended = shape('benign', broken);
    expect(
      hostileTexts.filter((text) => JSON.stringify(shape(text, broken)) !== JSON.stringify(mended)),
    ).not.toEqual([]);
  });
});
