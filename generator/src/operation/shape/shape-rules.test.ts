import type { JsonSchema } from '@kosmokrator/runtime';
import { describe, expect, test } from 'vitest';
import { exampleModel } from '../../../fixtures/example-model.js';
import { compileExpression } from '../../jmespath/index.js';
import type { FunctionModel, StepModel } from '../../model/model.js';
import { shapeRules } from './shape-rules.js';

const example = exampleModel();
const sample = example.functions.find(({ name }) => name === 'get_thing')!;
const [step] = sample.steps as readonly [StepModel];
const model = {
  ...example,
  types: [
    { name: 'Thing', schema: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } } },
  ],
};

/** The rules of a function, each as one text: `body.result: a string or null`. */
const rules = (...given: Parameters<typeof rulesOf>) => rulesOf(...given).shape;
const details = (...given: Parameters<typeof rulesOf>) => rulesOf(...given).details;

function rulesOf(select: string | undefined, returns: JsonSchema, changes: Partial<FunctionModel> = {}) {
  const { select: _select, paginate: _paginate, ...rest } = sample;
  const compiled = select === undefined ? undefined : compileExpression(select);
  const made = compiled?.ok ? { select: compiled.expression } : {};
  const found = shapeRules(model, { ...rest, ...made, returns, ...changes });
  const show = ([allowed, ...path]: readonly [unknown, ...string[]]) =>
    `${path.join('.')}: ${typeof allowed === 'string' ? allowed : JSON.stringify(allowed)}`;
  return { shape: found.shape.map(show), details: found.details.map(show) };
}

const steps = (...changes: readonly Partial<StepModel>[]): Partial<FunctionModel> => ({
  steps: changes.map((change) => Object.assign({}, step, change)),
});

const text = { type: 'string' };
const textOrNull = { type: ['string', 'null'] };
const object = (properties: object, required = Object.keys(properties)) => ({
  type: 'object',
  required,
  properties,
});

describe('a member of a reply that is the value of a member', () => {
  test.each<[string, string, JsonSchema, string[]]>([
    ['that is not null', '{ v: body.r }', object({ v: text }), ['body.r: a string']],
    [
      'that may be null',
      '{ v: body.r }',
      object({ v: textOrNull }),
      ['body: an object', 'body.r: a string or null'],
    ],
    [
      'that may be anything',
      '{ v: body.r }',
      object({ v: {} }),
      ['body: an object', 'body.r: a string, number, boolean, array, object or null'],
    ],
    ['that is optional', '{ v: body.r }', object({ v: text }, []), []],
    ['far below', '{ v: body.a.b }', object({ v: { type: 'integer' } }), ['body.a.b: a whole number']],
    ['with a name in quotes', '{ v: body."a.b" }', object({ v: text }), ['body.a.b: a string']],
    [
      'of what is merged',
      'merge(body, { v: body.r })',
      object({ v: text, id: text }),
      ['body.r: a string', 'result.id: a string'],
    ],
    ['that is merged over', 'merge({ v: body.r }, body)', object({ v: text }), ['result.v: a string']],
    ['whole', 'body.list', { type: 'array' }, ['body.list: an array']],
    [
      'whole, or null',
      'body.item',
      { type: ['object', 'null'] },
      ['body: an object', 'body.item: an object or null'],
    ],
  ])('%s', (_, select, returns, expected) => {
    expect(rules(select, returns)).toEqual(expected);
  });

  test('need not be there where a reply may have no body, or another one', () => {
    for (const change of [{ status: [200, 404] }, { status: [200, 204] }, { method: 'HEAD' }] as const)
      expect(rules('{ v: body.r }', object({ v: textOrNull }), steps(change))).toEqual([
        'result.v: a string or null',
      ]);
    expect(
      rules('{ v: body.r }', object({ v: textOrNull }), steps({ status: [200, 201, 202] })),
    ).toHaveLength(2);
  });

  test('of several requests', () => {
    const two = (when?: object) => steps({ name: 'a' }, { name: 'b', ...(when && { when: when as never }) });
    const v = object({ v: textOrNull });
    expect(rules('{ v: steps.a.body.r }', v, two())).toEqual([
      'steps.a.body: an object',
      'steps.a.body.r: a string or null',
    ]);
    expect(rules('{ v: steps.b.body.r }', v, two())).toEqual(['body: an object', 'body.r: a string or null']);
    // One that is left out is null.
    expect(rules('{ v: steps.b.body.r }', v, two({ source: 'x', code: 'x', names: [] }))).toEqual([
      'steps.b.body.r: a string or null',
    ]);
  });
});

describe('what an expression makes has its type, where it could have another', () => {
  test.each<[string, JsonSchema, string[]]>([
    ["{ v: body.a || 'b' }", object({ v: text }), ['result.v: a string']],
    ["{ v: body.a && 'b' || 'c' }", object({ v: text }), []],
    ['{ v: body.a || `null` }', object({ v: textOrNull }), ['result.v: a string or null']],
    ['{ v: body.list[0].a }', object({ v: textOrNull }), ['result.v: a string or null']],
    ['{ v: body.list[].a }', object({ v: { type: 'array' } }), ['result.v: an array']],
    ['{ v: to_number(body.n) }', object({ v: { type: 'number' } }), ['result.v: a number']],
    ['{ v: to_number(body.n) }', object({ v: { type: ['number', 'null'] } }), []],
    ['{ v: length(body.list) }', object({ v: { type: 'integer' } }), []],
    ['{ v: status == `200` }', object({ v: { type: 'boolean' } }), []],
    ['{ v: body.n > `2` }', object({ v: { type: 'boolean' } }), ['result.v: a boolean']],
    ['{ v: headers.etag }', object({ v: textOrNull }), []],
    [
      '{ v: args.a, w: credentials.b, x: `1`, y: join(args.a, [args.b]) }',
      object({ v: text, w: text, x: text, y: text }),
      [],
    ],
    ['{ v: body.list[0] }', object({ v: {} }), []],
    ["body.a || 'b'", text, ['result: a string']],
    ['merge(body, {a: body.b})', { type: 'object' }, []],
  ])('%s', (select, returns, expected) => {
    expect(rules(select, returns)).toEqual(expected);
  });
});

describe('the body itself', () => {
  test.each<[JsonSchema, string[]]>([
    [object({ name: text }), ['body.name: a string']],
    [object({ name: text }, []), ['body: an object']],
    [object({ note: textOrNull }), ['body: an object', 'body.note: a string or null']],
    [{ type: 'array', items: text }, ['body: an array']],
    [{ type: 'null' }, []],
    [
      { ...object({ name: text }), type: ['object', 'null'] },
      ['body: an object or null', 'body.name: a string or null'],
    ],
    [{ $ref: '#/types/Thing' }, ['body.id: a string']],
    [
      { anyOf: [{ $ref: '#/types/Thing' }, { type: 'null' }] },
      ['body: an object or null', 'body.id: a string or null'],
    ],
    [{ enum: ['a', 1, null] }, ['body: a string or a whole number or null']],
    [{ const: true }, ['body: a boolean']],
    [
      object({ a: { $ref: '#/types/Thing' }, b: { oneOf: [text, { type: 'array' }] } }),
      ['body.a: an object', 'body.b: a string or an array'],
    ],
  ])('%j', (returns, expected) => {
    expect(rules(undefined, returns)).toEqual(expected);
  });

  test('text, and fields of a text that are there or an error', () => {
    expect(rules(undefined, text, steps({ format: 'text' }))).toEqual([]);
    const extract = { a: { pattern: '', required: true }, b: { pattern: '', required: false } };
    const fields = steps({ format: 'markdown', extract });
    expect(rules(undefined, object({ a: text, b: text }), fields)).toEqual(['body.b: a string']);
    expect(rules('{ a: body.a, b: body.b }', object({ a: text, b: textOrNull }), fields)).toEqual([]);
  });

  test('all pages together are a list', () => {
    const paginate = {
      style: 'page',
      items: { source: 'body', code: '', names: [] },
      collect: true,
      unique: false,
    } as const;
    expect(rules(undefined, { type: 'array' }, { paginate })).toEqual([]);
    expect(details(undefined, { type: 'array', items: text }, { paginate })).toEqual(['items.[*]: a string']);
    expect(
      rules('{ all: items, last: body.last }', object({ all: { type: 'array' }, last: text }), { paginate }),
    ).toEqual(['body.last: a string']);
  });
});

const list = (items: JsonSchema) => ({ type: 'array', items });
const thing = { $ref: '#/types/Thing' };
const whole = { type: 'integer' };
const nullableWhole = { type: ['integer', 'null'] };

describe('what is required below a value', () => {
  test.each<[string, string | undefined, JsonSchema, string[]]>([
    ['items of the body', undefined, list(thing), ['body.[*]: an object', 'body.[*].id: a string']],
    ['items of a member', '{ v: body.r }', object({ v: list(text) }), ['body.r.[*]: a string']],
    ['a nested object', '{ v: body.r }', object({ v: thing }), ['body.r.id: a string']],
    [
      'an object or null',
      '{ v: body.r }',
      object({ v: { anyOf: [thing, { type: 'null' }] } }),
      ['body.r.id: a string'],
    ],
    [
      'lists of lists',
      undefined,
      list(list(thing)),
      ['body.[*]: an array', 'body.[*].[*]: an object', 'body.[*].[*].id: a string'],
    ],
    ['what is made', '{ v: sort(body.r) }', object({ v: list(text) }), ['result.v.[*]: a string']],
    ['nothing of what is optional', '{ v: body.r }', object({ v: list(thing) }, []), []],
    ['nothing of several forms', '{ v: body.r }', object({ v: { anyOf: [thing, list(text)] } }), []],
    ['nothing of what the caller gave', '{ v: args.r }', object({ v: list(text) }), []],
    [
      'any value of a nested member',
      '{ v: body.r }',
      object({ v: object({ a: {} }) }),
      ['body.r.a: a string, number, boolean, array, object or null'],
    ],
  ])('%s', (_, select, returns, expected) => {
    expect(details(select, returns)).toEqual(expected);
  });

  test('a type inside of itself is followed no further', () => {
    const node = {
      type: 'object',
      required: ['id', 'children'],
      properties: { id: text, children: list({ $ref: '#/types/Node' }) },
    };
    const { details: found } = shapeRules(
      { ...model, types: [{ name: 'Node', schema: node }] },
      {
        ...sample,
        returns: { $ref: '#/types/Node' },
        select: undefined as never,
        paginate: undefined as never,
      },
    );
    expect(found).toEqual([['an object', 'body', 'children', '[*]']]);
  });
});

describe('whole numbers, and values that are fixed', () => {
  test.each<[string, JsonSchema, string[]]>([
    ['{ v: body.r }', object({ v: whole }), ['body.r: a whole number']],
    ['{ v: body.r }', object({ v: nullableWhole }), ['body.r: a whole number or null']],
    ['{ v: body.r }', object({ v: { type: ['integer', 'number'] } }), []],
    ['{ v: length(body.r) }', object({ v: whole }), []],
    ['{ v: body.r }', object({ v: { type: 'string', const: 'OK' } }), ['body.r: ["OK"]']],
    ['{ v: body.r }', object({ v: { oneOf: [{ const: 'OK' }, { type: 'null' }] } }), ['body.r: ["OK",null]']],
    ['{ v: body.s == `1` }', object({ v: { const: true } }), ['result.v: [true]']],
    // Services add values.
    ['{ v: body.r }', object({ v: { type: 'string', enum: ['a', 'b'] } }), []],
  ])('%s', (select, returns, expected) => {
    expect(details(select, returns)).toEqual(expected);
  });
});

describe('what an expression would leave out', () => {
  test.each<[string, JsonSchema, string[]]>([
    [
      'body.r[]',
      list(text),
      ['body.r: an array, null or absent', 'body.r.[]: a string', 'result.[*]: a string'],
    ],
    ['body.r[*].a', list(textOrNull), ['body.r: an array, null or absent', 'result.[*]: a string or null']],
    [
      'body.r[*].a.b',
      list(text),
      [
        'body.r: an array, null or absent',
        'body.r.[*]: an object',
        'body.r.[*].a: an object',
        'body.r.[*].a.b: a string',
        'result.[*]: a string',
      ],
    ],
    [
      'body.r[].{ a: b, c: d[0] }',
      list(object({ a: textOrNull })),
      [
        'body.r: an array, null or absent',
        'body.r.[]: an object',
        'body.r.[].b: a string or null',
        'result.[*]: an object',
        'result.[*].a: a string or null',
      ],
    ],
    [
      'body.r[].{ t: u[].v }',
      list(object({ t: list(text) })),
      [
        'body.r: an array, null or absent',
        'body.r.[]: an object',
        'body.r.[].u: an array, null or absent',
        'body.r.[].u.[]: an object',
        'body.r.[].u.[].v: a string',
        'result.[*]: an object',
        'result.[*].t: an array',
        'result.[*].t.[*]: a string',
      ],
    ],
    ['body[].a || `[]`', { type: 'array' }, ['body: an array', 'body.[]: an object']],
    [
      'length(body.r[::2])',
      whole,
      ['body.r: an array, null or absent', 'body.r.[*]: a string, number, boolean, array or object'],
    ],
    // The author picks.
    ['body.r[?a].b', { type: 'array' }, ['body.r: an array, null or absent']],
    ["type(body.r) == 'array' && body.r[] || [body.r]", { type: 'array' }, []],
    ['body.r[] || body.s[]', { type: 'array' }, []],
    ['to_array(body.r)[]', { type: 'array' }, []],
    ['args.list[]', { type: 'array' }, []],
  ])('%s', (select, returns, expected) => {
    expect(details(select, returns)).toEqual(expected);
  });

  test('a nested object is made of what is there', () => {
    expect(details('{ v: { a: body.x.y, b: body.z } }', object({ v: object({ a: textOrNull }) }))).toEqual([
      'body: an object',
      'body.x: an object or null',
      'body.x.y: a string or null',
      'result.v.a: a string or null',
    ]);
  });

  test('of a request that may be left out, and of a reply without a body', () => {
    const two = steps({ name: 'a' }, { name: 'b', when: { source: 'x', code: 'x', names: [] } as never });
    expect(details('steps.b.body[].x || `[]`', { type: 'array' }, two)).toEqual([
      'steps.b.body: an array',
      'steps.b.body.[]: an object',
    ]);
    expect(details('body[].x || `[]`', { type: 'array' }, steps({ status: [200, 204] }))).toEqual([]);
  });
});
