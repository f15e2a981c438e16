import { Ajv2020 } from 'ajv/dist/2020.js';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, test, vi } from 'vitest';
import { exampleModel } from '../../../fixtures/example-model.js';
import { withText } from '../../../fixtures/hostile-model.js';
import { hostileTexts } from '../../../fixtures/hostile-text.js';
import { jsonShape } from '../../../fixtures/json-shape.js';
import { loadTarget } from '../../../fixtures/load-target.js';
import { readKitchenSink, readSpecs } from '../../../fixtures/read-specs.js';
import type { IntegrationModel } from '../../model/model.js';
import { outputSchema } from './output-schema.js';
import { toolView, type ToolView } from './view.js';

const mcp = await loadTarget('mcp');

const models = await readSpecs();
const kitchenSink = await readKitchenSink();

function emitted(model: IntegrationModel) {
  const [tools, schemas] = [...mcp.emit(model)].map(({ content }) => JSON.parse(content) as unknown);
  return { tools: tools as ToolView[], schemas: schemas as Record<string, object> };
}

test('match the golden files', async () => {
  for (const { path, content } of mcp.emit(kitchenSink)) {
    await expect(content).toMatchFileSnapshot(`./golden/kitchen-sink/${path}`);
  }
});

describe('tools', () => {
  test('say what an agent needs to choose and to call, and no more', () => {
    const [create, , status] = exampleModel().functions;
    expect(toolView(create!)).toEqual({
      name: 'example_service_create_item',
      description: 'Create an item.',
      inputSchema: {
        type: 'object',
        properties: {
          name: { type: 'string' },
          kind: { type: 'string', enum: ['big', 'a|b'], description: 'What it is for.' },
          tags: { type: 'array', items: { type: 'string' }, description: 'Words to find it by.' },
          size: {
            type: 'object',
            properties: { bytes: { type: 'integer' } },
            description: 'Bytes and more.',
          },
          mark: { type: 'string', description: 'Text to mark it with.', default: 'none' },
        },
        required: ['name'],
      },
      annotations: {
        readOnlyHint: false,
        destructiveHint: false,
        idempotentHint: false,
        openWorldHint: true,
      },
    });
    expect(toolView(status!).inputSchema).toEqual({
      type: 'object',
      properties: {},
    });
  });

  test('a description that only repeats the name is left out, and so are bounds at 1 and a default that is the least', () => {
    const [, remove, , list] = exampleModel().functions;
    expect(toolView(list!).inputSchema['properties']).toEqual({ page: { type: 'integer' } });
    const minimum = { ...remove!.params[0]!, schema: { type: 'string', minLength: 8 } };
    expect(toolView({ ...remove!, params: [minimum] }).inputSchema['properties']).toEqual({
      id: { type: 'string', minLength: 8 },
    });
  });

  test('have what an agent has to know or to tell, and what names do not say', () => {
    const tools = new Map(models.flatMap((model) => emitted(model).tools).map((tool) => [tool.name, tool]));
    const says = (name: string) => JSON.stringify(tools.get(name));
    const create = says('upstash_redis_start_create_database');
    for (const told of ['Show the user the console URL', 'expires in three days', 'no secrets', 'scratch_2'])
      expect(create).toContain(told);
    expect(create).toContain('The same id returns the same database.');
    expect(says('upstash_get_key')).toContain('Null if there is no such key.');
    expect(says('upstash_redis_start_pop_job')).toContain('Null if the queue is empty.');
    expect(says('planetscale_create_database')).toContain('AWS name; the slug is sent');
  });

  test('keep the marked sentences and drop the others, each once', () => {
    const [create] = exampleModel().functions;
    const important = 'kosmo asks first. Tell the user.';
    const description = `Create an item. It takes a while. ${important}`;
    expect(toolView({ ...create!, description, important }).description).toBe(`Create an item. ${important}`);
    const [param] = create!.params;
    const whole = { ...param!, description: 'Shown to people. Must be new.', default: 'x' };
    expect(toolView({ ...create!, params: [whole] }).inputSchema['properties']).toEqual({
      name: { type: 'string', description: 'Shown to people. Must be new.', default: 'x' },
    });
    const named = { ...whole, description: 'Default: `x`.' };
    expect(toolView({ ...create!, params: [named] }).inputSchema['properties']).toEqual({
      name: { type: 'string', description: 'Default: `x`.' },
    });
  });

  test('fit their token budget', () => {
    const tools = models.flatMap((model) => emitted(model).tools);
    const tokens = tools.map((tool) => encode(JSON.stringify(tool)).length);
    const total = encode(JSON.stringify(tools)).length;
    const mean = total / tools.length;
    const most = Math.max(...tokens);
    console.log(`tool list: ${tools.length} tools, ${total} tokens, mean ${mean.toFixed(1)}, most ${most}`);
    expect(mean).toBeLessThanOrEqual(100);
    expect(most).toBeLessThanOrEqual(250);
    // Of one server's integrations; a server with more than fits serves code mode instead.
    for (const model of models) {
      expect(encode(JSON.stringify(emitted(model).tools)).length).toBeLessThanOrEqual(1500);
    }
  });
});

describe('output schemas', () => {
  const schemaOf = (returns: object) =>
    outputSchema({ ...exampleModel().functions[0]!, returns: returns as never }, exampleModel().types);

  test('an object is itself, a list travels as items, any other value as value', () => {
    expect(schemaOf({ type: 'object', properties: {} })).toEqual({ type: 'object', properties: {} });
    expect(schemaOf({ type: 'array', items: { type: 'string' } })).toEqual({
      type: 'object',
      required: ['items'],
      properties: { items: { type: 'array', items: { type: 'string' } } },
      additionalProperties: false,
    });
    expect(schemaOf({ type: 'integer' })).toEqual({
      type: 'object',
      required: ['value'],
      properties: { value: { type: 'integer' } },
      additionalProperties: false,
    });
    expect(schemaOf({ type: ['object', 'null'] })).toMatchObject({
      type: 'object',
      anyOf: [{ type: 'object' }, { required: ['value'], properties: { value: { type: 'null' } } }],
    });
    expect(schemaOf({ anyOf: [{ type: 'object' }, { type: 'null' }] })).toEqual({ type: 'object' });
  });

  test('stand by themselves, types that contain themselves included', () => {
    const { schemas } = emitted(exampleModel());
    expect(schemas['example_service_create_item']).toMatchObject({
      type: 'object',
      properties: { parent: { $ref: '#/$defs/Item' } },
      $defs: { Item: { type: 'object', properties: { parent: { $ref: '#/$defs/Item' } } } },
    });
    expect(JSON.stringify(schemas)).not.toContain('#/types/');
  });

  const cases = [...models, kitchenSink, exampleModel()].flatMap((model) => {
    const { schemas } = emitted(model);
    return model.functions.flatMap((fn) =>
      fn.examples.map(({ title, result }) => ({
        title: `${fn.fullName}: ${title}`,
        schema: schemas[fn.fullName]!,
        result,
      })),
    );
  });

  test.each(cases)('$title', ({ schema, result }) => {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true, validateFormats: false }).compile(
      schema,
    );
    if (result === undefined) return;
    validate(structured(result));
    expect(validate.errors ?? []).toEqual([]);
  });
});

describe('hostile text', () => {
  const files = (text: string, target = mcp) => [...target.emit(withText(exampleModel(), text))];
  const shape = (text: string, target = mcp) => files(text, target).map(({ content }) => jsonShape(content));
  const benign = shape('benign');

  // An empty description is left out.
  const texts = hostileTexts.filter((text) => text.trim() !== '');

  test.each(texts)('%j changes no shape', (text) => {
    expect(shape(text)).toEqual(benign);
    for (const { content } of files(text)) expect(content).not.toMatch(/[\u202e\u200b\u2028\0]/u);
  });

  test('the same check catches an emitter that does not escape', async () => {
    vi.resetModules();
    const { Emitted } = await import('../../emit/emitted.js');
    vi.doMock('../../emit/syntax/json.js', () => ({
      json: (value: unknown) => new Emitted(JSON.stringify(value).replaceAll('\\', '')),
    }));
    const broken = await loadTarget('mcp');
    vi.doUnmock('../../emit/syntax/json.js');
    expect(shape('benign', broken)).toEqual(benign);
    expect(() => shape('"', broken)).toThrow(SyntaxError);
  });
});

/** As the gateway wraps a result. */
function structured(result: unknown): unknown {
  if (Array.isArray(result)) return { items: result };
  return typeof result === 'object' && result !== null ? result : { value: result };
}
