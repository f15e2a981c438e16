import type { JsonSchema } from '@kosmokrator/runtime';
import { describe, expect, test } from 'vitest';
import { sampleModel } from '../../../fixtures/sample-model.js';
import { compileExpression } from '../../jmespath/index.js';
import type { FunctionModel, StepModel } from '../../model/model.js';
import { shapeRules } from '../index.js';

const [sample] = sampleModel.functions as readonly [FunctionModel];
const [step] = sample.steps as readonly [StepModel];
const model = {
  ...sampleModel,
  types: [
    { name: 'Thing', schema: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } } },
  ],
};

/** The rules of a function, each as one text: `body.result: a string or null`. */
function rules(
  select: string | undefined,
  returns: JsonSchema,
  changes: Partial<FunctionModel> = {},
): string[] {
  const { select: _select, paginate: _paginate, ...rest } = sample;
  const compiled = select === undefined ? undefined : compileExpression(select);
  const made = compiled?.ok ? { select: compiled.expression } : {};
  const found = shapeRules(model, { ...rest, ...made, returns, ...changes });
  return found.map(([types, ...path]) => `${path.join('.')}: ${types}`);
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
    expect(rules('{ v: steps.b.body.r }', v, two({ source: 'x', code: 'x', helpers: [] }))).toEqual([
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
    [{ anyOf: [{ $ref: '#/types/Thing' }, { type: 'null' }] }, ['body: an object or null']],
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
      items: { source: 'body', code: '', helpers: [] },
      collect: true,
      unique: false,
    } as const;
    expect(rules(undefined, { type: 'array' }, { paginate })).toEqual([]);
    expect(
      rules('{ all: items, last: body.last }', object({ all: { type: 'array' }, last: text }), { paginate }),
    ).toEqual(['body.last: a string']);
  });
});
