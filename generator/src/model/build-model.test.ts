import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FunctionModel, IntegrationModel } from './model.js';
import { readModels } from '../pipeline/read-models.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
let sink: IntegrationModel;
let upstash: IntegrationModel;
let planetscale: IntegrationModel;

beforeAll(async () => {
  const real = await readModels({ specsFolder: `${root}specs` });
  [planetscale, upstash] = real.models as [IntegrationModel, IntegrationModel];
  const made = await readModels({ specsFolder: `${root}generator/fixtures/kitchen-sink` });
  sink = made.models[0]!;
});

function named(model: IntegrationModel, name: string): FunctionModel {
  return model.functions.find((fn) => fn.name === name)!;
}

const request = (model: IntegrationModel, name: string) => named(model, name).steps[0]!;

test('names', () => {
  expect(sink).toMatchObject({ name: 'kitchen-sink', namespace: 'kitchen_sink', words: ['kitchen', 'sink'] });
  expect(named(sink, 'get_item')).toMatchObject({
    fullName: 'kitchen_sink_get_item',
    words: ['get', 'item'],
  });
  expect(named(upstash, 'get_key').source).toBe('specs/upstash/functions/get_key.yaml');
});

test('functions stand in the order that the spec gives; others follow by name', () => {
  expect(upstash.functions.slice(0, 3).map(({ name }) => name)).toEqual(['get_key', 'set_key', 'delete_key']);
  const names = sink.functions.map(({ name }) => name);
  expect(names).toEqual(names.toSorted());
});

describe('defaults', () => {
  test.each([
    ['get_item', 'read', 'safe', false],
    ['run_command', 'write', 'none', false],
    ['create_item', 'write', 'keyed', false],
    ['delete_item', 'write', 'idempotent', true],
  ])('%s', (name, kind, idempotency, destructive) => {
    expect(named(sink, name)).toMatchObject({ kind, idempotency, destructive });
  });

  test('status and format', () => {
    expect(request(sink, 'get_item')).toMatchObject({ status: [200], format: 'json' });
    expect(request(sink, 'create_item').status).toEqual([200, 201]);
    expect(request(sink, 'get_recipe').format).toBe('markdown');
  });
});

describe('places of params', () => {
  test('named in the path, else the query of a GET, under the name that `as` gives', () => {
    const { path, query } = request(planetscale, 'list_branches');
    expect(path).toEqual([
      'organizations',
      { $value: 'organization' },
      'databases',
      { $value: 'database' },
      'branches',
    ]);
    expect(query).toEqual({ page: { $value: 'page' }, per_page: { $value: 'limit' } });
  });

  test('the body of a POST, beside what the request writes; headers by `in`', () => {
    const { body, headers } = request(sink, 'create_item');
    expect(Object.keys(body as object)).toEqual([
      'source',
      'name',
      'kind',
      'amount',
      'tags',
      'place',
      'labels',
      'price',
      'fresh',
    ]);
    expect(headers).toEqual({ 'Idempotency-Key': { $value: 'key' } });
  });

  test('`in: none` goes nowhere; a DELETE has its params in the query', () => {
    expect(request(sink, 'update_item')).toMatchObject({
      body: { name: { $value: 'display_name' } },
      query: { notify: { $value: 'notify' } },
    });
    expect(request(sink, 'delete_item').query).toEqual({ force: { $value: 'force' } });
    expect(request(sink, 'delete_item').body).toBeUndefined();
  });

  test('text, optional parts and doubled braces', () => {
    expect(request(upstash, 'set_key').body).toEqual([
      'SET',
      { $value: 'key' },
      { $value: 'value' },
      { $optional: ['EX', { $value: 'ex' }] },
    ]);
    expect(request(sink, 'get_item').path[3]).toEqual({ $text: [{ $value: 'id' }, '.json'] });
    expect(request(sink, 'search_items').body).toMatchObject({
      query: 'query ($words: [String]) { items(words: $words) { id name } }',
      variables: { words: { $value: 'words' }, label: { $text: ['find ', { $value: 'first' }, ' items'] } },
    });
  });

  test('a path of one slash leaves the slash, and so does one at the end', () => {
    expect(request(upstash, 'get_key').path).toEqual(['']);
    expect(request(sink, 'list_links').path).toEqual(['shops', '']);
  });
});

test("params: required first, schemas written out, the language's own words taken off", () => {
  const params = named(sink, 'create_item').params;
  expect(params.map(({ name }) => name)).toEqual([
    'name',
    'kind',
    'key',
    'amount',
    'tags',
    'place',
    'labels',
    'price',
    'fresh',
  ]);
  expect(params.find(({ name }) => name === 'amount')).toEqual({
    name: 'amount',
    description: 'How much of it.',
    required: false,
    schema: {
      type: 'object',
      required: ['value'],
      properties: {
        value: { type: 'number', minimum: 0, description: 'The number.' },
        unit: { type: 'string', enum: ['g', 'ml', 'piece'], description: 'The unit; pieces when absent.' },
      },
      additionalProperties: false,
    },
  });
  expect(params.find(({ name }) => name === 'key')).toMatchObject({
    generate: 'uuid4',
    schema: { type: 'string', format: 'uuid' },
  });
});

test("paging: the integration's, merged or replaced", () => {
  expect(named(planetscale, 'list_databases').paginate).toMatchObject({
    style: 'page',
    param: 'page',
    next: { source: 'body.next_page' },
    items: { source: 'result.data' },
    collect: false,
    unique: false,
  });
  expect(named(sink, 'list_links').paginate).toEqual({
    style: 'link',
    items: expect.objectContaining({ source: 'result' }) as unknown,
    collect: false,
    unique: false,
  });
});

test('steps', () => {
  const { steps } = named(sink, 'get_report');
  expect(steps.map(({ name, api }) => [name, api])).toEqual([
    ['kitchens', 'tenant'],
    ['needs', 'main'],
    ['weather', 'main'],
  ]);
  expect(steps[1]).toMatchObject({
    when: { source: 'steps.kitchens.body[0]' },
    with: { kitchen_id: { source: 'steps.kitchens.body[0].id' } },
    status: [200, 404],
  });
});

test('authentication names its credentials', () => {
  expect(sink.apis[0]!.auth).toEqual([
    {
      kind: 'header',
      data: {
        header: {
          name: 'X-Kitchen-Key',
          value: { $text: [{ $value: 'key_id' }, ':', { $value: 'key_secret' }] },
        },
      },
      credentials: ['key_id', 'key_secret'],
    },
    { kind: 'bearer', data: { bearer: { $value: 'access_token' } }, credentials: ['access_token'] },
  ]);
  expect(sink.apis.at(-1)!.auth).toEqual([{ kind: 'none', data: { none: true }, credentials: [] }]);
});

test('examples of credentials satisfy their own rules', () => {
  expect(sink.credentials.map(({ name, example }) => [name, example])).toEqual([
    ['tenant_url', 'https://acme.kitchen.example.com'],
    ['key_id', 'example-key-id'],
    ['key_secret', 'example-key-secret'],
    ['access_token', 'example-access-token'],
    ['email', 'cook@example.com'],
  ]);
});

test('replies have lower-case headers and a body', () => {
  const [example] = named(sink, 'has_item').examples;
  expect(example!.http).toEqual([{ status: 200, headers: { etag: 'v3' }, body: null }]);
});
