import { expect, test } from 'vitest';
import { operation } from '../testing/operation.js';
import { isKosmoError, type JsonSchema, KosmoError, type Param, validateArguments } from './index.js';

const withParams = (params: Record<string, Param>) => operation({ params });

function refusal(params: Record<string, Param>, args: unknown): KosmoError {
  try {
    validateArguments(withParams(params), args);
  } catch (error) {
    if (isKosmoError(error)) return error;
    throw error;
  }
  throw new Error('the arguments were accepted');
}

const v4 = '^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$';

test.each<[JsonSchema, unknown, string]>([
  [{ type: 'string' }, 5, 'must be a string'],
  [{ type: 'integer' }, 1.5, 'must be an integer'],
  [{ type: 'integer' }, '5', 'must be an integer'],
  [{ type: ['integer', 'boolean'] }, 'x', 'must be an integer or a boolean'],
  [{ type: 'object' }, [], 'must be an object'],
  [{ type: 'array' }, {}, 'must be an array'],
  [{ type: 'number' }, Number.NaN, 'must be a finite number'],
  [{ enum: ['mysql', 'postgresql'] }, 'oracle', 'must be one of "mysql", "postgresql"'],
  [{ const: 1 }, 2, 'must be 1'],
  [{ minLength: 1 }, '', 'must have at least 1 character'],
  [{ maxLength: 1 }, 'ab', 'must have at most 1 character'],
  [{ pattern: '^[a-z]+$' }, 'A', 'must match ^[a-z]+$'],
  [{ format: 'uuid' }, 'x', 'must be a uuid'],
  [{ format: 'uuid', pattern: v4 }, '6fb1f2a0-7d4e-1b6e-9a39-0c2f4b1f8a11', `must match ${v4}`],
  [{ minimum: 1 }, 0, 'must be at least 1'],
  [{ maximum: 100 }, 101, 'must be at most 100'],
  [{ maximum: 100 }, 2n ** 60n, 'must be at most 100'],
  [{ exclusiveMinimum: 1 }, 1, 'must be greater than 1'],
  [{ exclusiveMaximum: 1 }, 1, 'must be less than 1'],
  [{ multipleOf: 0.1 }, 0.25, 'must be a multiple of 0.1'],
  [{ multipleOf: 2 }, 2n ** 60n + 1n, 'must be a multiple of 2'],
  [{ minItems: 1 }, [], 'must have at least 1 item'],
  [{ maxItems: 1 }, [1, 2], 'must have at most 1 item'],
  [{ uniqueItems: true }, [{ a: 1 }, { a: 1 }], 'must not repeat an item'],
  [{ anyOf: [{ type: 'string' }, { type: 'number' }] }, true, 'must be a string, or must be a number'],
  [{ oneOf: [{ minimum: 1 }, { minimum: 2 }] }, 3, 'must match exactly one of its forms'],
  [{ type: 'string' }, new Date(0), 'must be a JSON value'],
  [{}, () => 1, 'must be a JSON value'],
])('%j refuses %o', (schema, value, rule) => {
  const error = refusal({ limit: { schema } }, { limit: value });
  expect(error).toMatchObject({
    code: 'invalid_argument',
    param: 'limit',
    outcome: 'not_sent',
    retryable: false,
  });
  expect(error.message).toBe(`limit ${rule}`);
});

test.each<[JsonSchema, unknown]>([
  [{ type: 'string', maxLength: 1 }, '🙂'],
  [{ type: 'integer' }, 2n ** 63n],
  [{ type: 'number', multipleOf: 0.1 }, 0.3],
  [{ type: ['string', 'null'] }, null],
  [{ type: 'integer', format: 'uuid' }, 5],
  [{ format: 'uuid', pattern: v4 }, '6fb1f2a0-7d4e-4b6e-9a39-0c2f4b1f8a11'],
  [{ oneOf: [{ type: 'string' }, { type: 'number' }] }, 'x'],
  [{ additionalProperties: { type: 'number' } }, { a: 1 }],
])('%j takes %o', (schema, value) => {
  expect(validateArguments(withParams({ x: { schema } }), { x: value })).toEqual({ x: value });
});

test('names the place inside a value, and the param that holds it', () => {
  const schema = {
    type: 'object',
    required: ['name'],
    additionalProperties: false,
    properties: { name: { type: 'string' }, tags: { type: 'array', items: { type: 'string' } } },
  };
  const messages = [{}, { name: 'a', tags: ['b', 1] }, { name: 'a', nmae: 'b' }].map((filter) => {
    const error = refusal({ filter: { schema } }, { filter });
    expect(error.param).toBe('filter');
    return error.message;
  });
  expect(messages).toEqual([
    'filter.name is required',
    'filter.tags[1] must be a string',
    'filter has no member "nmae"; did you mean "name"?',
  ]);
});

test('an unknown param gets a near name, or the list of params', () => {
  const params = { pattern: { schema: {} }, limit: { schema: {} } };
  expect(refusal(params, { patern: 1 }).message).toBe('"patern" is not a param; did you mean "pattern"?');
  expect(refusal(params, { whatever: 1 }).message).toBe(
    '"whatever" is not a param; get_thing takes pattern, limit',
  );
  expect(refusal({}, { constructor: 1 }).message).toBe('"constructor" is not a param; get_thing takes none');
  expect(refusal(params, JSON.parse('{"__proto__":{"limit":1}}')).param).toBe('__proto__');
});

test('a required param is asked for, and null counts as absent', () => {
  const params = { key: { schema: { type: 'string' }, required: true } };
  expect(refusal(params, {}).message).toBe('key is required');
  expect(refusal(params, { key: null }).message).toBe('key is required');
  expect(refusal(params, [1]).message).toBe('arguments must be an object');
  expect(validateArguments(withParams({ key: { schema: { type: 'string' } } }), { key: null })).toEqual({});
  expect(validateArguments(withParams({}), undefined)).toEqual({});
});

test('fills in defaults and fresh ids, unless they are given', () => {
  const params: Record<string, Param> = {
    page: { schema: { type: 'integer' }, default: 1 },
    id: { schema: { format: 'uuid', pattern: v4 }, generate: 'uuid4' },
  };
  const [a, b] = [
    validateArguments(withParams(params), {}),
    validateArguments(withParams(params), { page: 2 }),
  ];
  expect([a['page'], b['page']]).toEqual([1, 2]);
  expect(a['id']).toMatch(new RegExp(v4));
  expect(a['id']).not.toBe(b['id']);
  const id = '6fb1f2a0-7d4e-4b6e-9a39-0c2f4b1f8a11';
  expect(validateArguments(withParams(params), {}, { idempotencyKey: id })['id']).toBe(id);
  expect(() => validateArguments(withParams({}), {}, { idempotencyKey: id })).toThrow(
    'idempotencyKey is not supported',
  );
});

test('returns a copy: nobody changes the arguments between approval and sending', () => {
  const tags = ['a'];
  const checked = validateArguments(withParams({ tags: { schema: {} } }), { tags });
  tags.push('b');
  expect(checked).toEqual({ tags: ['a'] });
});

test('a key named __proto__ inside a value is data', () => {
  const value = JSON.parse('{"__proto__":{"polluted":true}}') as object;
  const checked = validateArguments(withParams({ x: { schema: {} } }), { x: value })['x'] as object;
  expect(JSON.stringify(checked)).toBe('{"__proto__":{"polluted":true}}');
  expect((checked as { polluted?: boolean }).polluted).toBeUndefined();
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('cycles and deep values are refused', () => {
  const cycle: unknown[] = [];
  cycle.push(cycle);
  expect(refusal({ x: { schema: {} } }, { x: cycle }).message).toContain(
    'must not be nested deeper than 64 levels',
  );
});

test('never repeats a value', () => {
  const canary = 'canary-4711';
  const schemas = [
    { type: 'integer' },
    { enum: ['a'] },
    { pattern: '^$' },
    { maxLength: 1 },
    { format: 'uuid' },
  ];
  for (const schema of schemas) {
    expect(JSON.stringify(refusal({ x: { schema } }, { x: canary }))).not.toContain(canary);
  }
});
