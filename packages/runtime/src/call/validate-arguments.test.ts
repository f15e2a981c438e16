import { expect, test } from 'vitest';
import { aString, anInteger, anything, operation } from '../../testing/operation.js';
import { type Check, isKosmoError, KosmoError, type Param, validateArguments } from '../index.js';
import {
  checkAnyOf,
  checkConst,
  checkDigits,
  checkEnum,
  checkExclusiveMaximum,
  checkExclusiveMinimum,
  checkItems,
  checkLoose,
  checkMaximum,
  checkMaxItems,
  checkMaxLength,
  checkMinimum,
  checkMinItems,
  checkMinLength,
  checkMultipleOf,
  checkNoOthers,
  checkOneOf,
  checkOthers,
  checkPattern,
  checkProperties,
  checkRequired,
  checkString,
  checkType,
  checkUniqueItems,
  checkUuid,
  copyJson,
  uuid4,
} from '../parts/index.js';

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

test.each<[Check[], unknown, string]>([
  [[checkString], 5, 'must be a string'],
  [[checkType('string', 'null')], 5, 'must be a string or a null'],
  [[checkType('integer')], 1.5, 'must be an integer'],
  [[checkType('integer')], '5', 'must be an integer'],
  [[checkType('integer', 'boolean')], 'x', 'must be an integer or a boolean'],
  [[checkType('object')], [], 'must be an object'],
  [[checkType('array')], {}, 'must be an array'],
  [[checkType('number')], Number.NaN, 'must be a finite number'],
  [[checkEnum('mysql', 'postgresql')], 'oracle', 'must be one of "mysql", "postgresql"'],
  [[checkConst(1)], 2, 'must be 1'],
  [[checkMinLength(1)], '', 'must have at least 1 character'],
  [[checkMinLength(3)], '🙂🙂', 'must have at least 3 characters'],
  [[checkMaxLength(1)], 'ab', 'must have at most 1 character'],
  [[checkPattern('^[a-z]+$')], 'A', 'must match ^[a-z]+$'],
  [[checkUuid], 'x', 'must be a uuid'],
  [[checkUuid, checkPattern(v4)], '6fb1f2a0-7d4e-1b6e-9a39-0c2f4b1f8a11', `must match ${v4}`],
  [[checkMinimum(1)], 0, 'must be at least 1'],
  [[checkMaximum(100)], 101, 'must be at most 100'],
  [[checkMaximum(100)], 2n ** 60n, 'must be at most 100'],
  [[checkExclusiveMinimum(1)], 1, 'must be greater than 1'],
  [[checkExclusiveMaximum(1)], 1, 'must be less than 1'],
  [[checkMultipleOf(0.1)], 0.25, 'must be a multiple of 0.1'],
  [[checkMultipleOf(2)], 2n ** 60n + 1n, 'must be a multiple of 2'],
  [[checkMinItems(1)], [], 'must have at least 1 item'],
  [[checkMaxItems(1)], [1, 2], 'must have at most 1 item'],
  [[checkUniqueItems], [{ a: 1 }, { a: 1 }], 'must not repeat an item'],
  [[checkAnyOf([checkString], [checkType('number')])], true, 'must be a string, or must be a number'],
  [[checkOneOf([checkMinimum(1)], [checkMinimum(2)])], 3, 'must match exactly one of its forms'],
  [[checkString], new Date(0), 'must be a JSON value'],
  [[], () => 1, 'must be a JSON value'],
])('%o refuses %o', (checks, value, rule) => {
  const error = refusal({ limit: { checks, copy: copyJson } }, { limit: value });
  expect(error).toMatchObject({
    code: 'invalid_argument',
    param: 'limit',
    outcome: 'not_sent',
    retryable: false,
  });
  expect(error.message).toBe(`limit ${rule}`);
});

test.each<[Check[], unknown]>([
  [[checkString, checkMaxLength(1)], '🙂'],
  [[checkType('integer')], 2n ** 63n],
  [[checkType('number'), checkMultipleOf(0.1)], 0.3],
  [[checkType('string', 'null')], null],
  [[checkType('integer'), checkUuid], 5],
  [[checkUuid, checkPattern(v4)], '6fb1f2a0-7d4e-4b6e-9a39-0c2f4b1f8a11'],
  [[checkOneOf([checkString], [checkType('number')])], 'x'],
  [[checkOthers(['b'], checkType('number'))], { a: 1, b: 'x' }],
])('%o takes %o', (checks, value) => {
  const params = { x: { checks, copy: copyJson, nullable: true } };
  expect(validateArguments(withParams(params), { x: value })).toEqual({ x: value });
});

const lost = 'is beyond 2^53, so digits have already been lost; pass the digits as text, or as a BigInt';
const command = [checkType('array'), checkItems(checkType('string', 'number'))];
const numberOrText = [checkAnyOf([checkType('number')], [checkString]), checkDigits];

test.each<[Check[], unknown, string]>([
  [[checkType('integer')], 2 ** 53, `x ${lost}`],
  [[checkLoose], 2 ** 53, `x ${lost}`],
  [
    [checkType('object'), checkOthers(['n'], checkLoose)],
    { n: 1e21, a: [{ b: 2 ** 60 }] },
    `x.a[0].b ${lost}`,
  ],
  [[checkType('integer')], -(2 ** 53), `x ${lost}`],
  [[checkType('integer')], 1e21, `x ${lost}`],
  [[checkType('integer', 'null')], 1.2e19, `x ${lost}`],
  [command, ['SET', 'n', 1.2e19], `x[2] ${lost}`],
  [[checkProperties({ id: [checkType('integer')] })], { id: 1e300 }, `x.id ${lost}`],
  [[checkOthers([], checkType('integer'))], { any: 2 ** 53 }, `x.any ${lost}`],
  [numberOrText, 2 ** 53, `x ${lost}`],
  [[checkType('integer')], '9007199254740991', 'x must be an integer'],
  [[checkType('integer')], '09007199254740993', 'x must be an integer'],
  [[checkType('integer')], '9007199254740993.0', 'x must be an integer'],
  [[checkType('integer')], '1e21', 'x must be an integer'],
  [[checkType('integer')], '1'.repeat(101), 'x must be an integer'],
  [[checkType('number')], '9007199254740993', 'x must be a number'],
  [[checkType('integer'), checkMaximum(100)], '9007199254740993', 'x must be at most 100'],
  [[checkType('integer'), checkMinimum(0)], '-9007199254740993', 'x must be at least 0'],
  [[checkType('integer'), checkMultipleOf(2)], '9007199254740993', 'x must be a multiple of 2'],
  [[checkType('integer'), checkEnum(1, 2)], '9007199254740993', 'x must be one of 1, 2'],
])('%o: %o has lost digits, or is no integer', (checks, value, message) => {
  expect(refusal({ x: { checks, copy: copyJson } }, { x: value }).message).toBe(message);
});

test.each<[Check[], unknown, unknown]>([
  [[checkType('integer')], 2 ** 53 - 1, 2 ** 53 - 1],
  [[checkType('integer')], '9007199254740993', 9007199254740993n],
  [[checkType('integer')], '-12345678901234567890', -12345678901234567890n],
  [[checkType('integer')], BigInt(1e21), 10n ** 21n],
  [[checkType('number')], 1e300, 1e300],
  [[checkType('number', 'null')], 2 ** 53, 2 ** 53],
  [command, ['INCRBY', 'n', '9007199254740993'], ['INCRBY', 'n', '9007199254740993']],
  [command, ['INCRBY', 'n', 9007199254740993n], ['INCRBY', 'n', 9007199254740993n]],
  [numberOrText, '9007199254740993', '9007199254740993'],
  [[checkItems(checkType('integer'))], [1, '9007199254740993'], [1, 9007199254740993n]],
  [
    [checkProperties({ id: [checkType('integer'), checkMinimum(1)] })],
    { id: '9007199254740993', other: '9007199254740993' },
    { id: 9007199254740993n, other: '9007199254740993' },
  ],
  [[checkOneOf([checkType('integer')], [checkString])], '9007199254740993', '9007199254740993'],
  [[checkAnyOf([checkType('integer')], [checkString])], '9007199254740993', '9007199254740993'],
  [[checkOneOf([checkType('integer')], [checkType('null')])], '9007199254740993', 9007199254740993n],
])('%o takes %o as %o', (checks, value, taken) => {
  expect(validateArguments(withParams({ x: { checks, copy: copyJson } }), { x: value })).toEqual({
    x: taken,
  });
});

test('a form that does not hold leaves nothing behind in the value', () => {
  const forms = checkAnyOf(
    [checkProperties({ id: [checkType('integer')] }), checkRequired('name')],
    [checkProperties({ id: [checkString] })],
  );
  const value = { id: '9007199254740993' };
  expect(validateArguments(withParams({ x: { checks: [forms], copy: copyJson } }), { x: value })).toEqual({
    x: value,
  });
});

test('names the place inside a value, and the param that holds it', () => {
  const checks = [
    checkType('object'),
    checkRequired('name'),
    checkNoOthers('name', 'tags'),
    checkProperties({ name: [checkString], tags: [checkType('array'), checkItems(checkString)] }),
  ];
  const messages = [{}, { name: 'a', tags: ['b', 1] }, { name: 'a', nmae: 'b' }].map((filter) => {
    const error = refusal({ filter: { checks, copy: copyJson } }, { filter });
    expect(error.param).toBe('filter');
    return error.message;
  });
  expect(messages).toEqual([
    'filter.name is required',
    'filter.tags[1] must be a string',
    'filter has no field "nmae"; did you mean "name"?',
  ]);
});

test('an unknown param gets a near name, or the list of params', () => {
  const params = { pattern: anything, limit: anything };
  expect(refusal(params, { patern: 1 }).message).toBe('"patern" is not a param; did you mean "pattern"?');
  expect(refusal(params, { whatever: 1 }).message).toBe(
    '"whatever" is not a param; get_thing takes pattern, limit',
  );
  expect(refusal({}, { constructor: 1 }).message).toBe('"constructor" is not a param; get_thing takes none');
  expect(refusal(params, JSON.parse('{"__proto__":{"limit":1}}')).param).toBe('__proto__');
});

test('a required param is asked for, and null counts as absent', () => {
  const params = { key: { ...aString, required: true } };
  expect(refusal(params, {}).message).toBe('key is required');
  expect(refusal(params, { key: null }).message).toBe('key is required');
  expect(refusal(params, [1]).message).toBe('arguments must be an object');
  expect(validateArguments(withParams({ key: aString }), { key: null })).toEqual({});
  expect(validateArguments(withParams({}), undefined)).toEqual({});
});

test('fills in defaults and fresh ids, unless they are given', () => {
  const params: Record<string, Param> = {
    page: { ...anInteger, default: 1 },
    id: { checks: [checkUuid, checkPattern(v4)], copy: copyJson, generate: uuid4 },
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
    '"idempotencyKey" is not a param; get_thing takes none',
  );
});

test('returns a copy: nobody changes the arguments between approval and sending', () => {
  const tags = ['a'];
  const checked = validateArguments(withParams({ tags: anything }), { tags });
  tags.push('b');
  expect(checked).toEqual({ tags: ['a'] });
});

test('a key named __proto__ inside a value is data', () => {
  const value = JSON.parse('{"__proto__":{"polluted":true}}') as object;
  const checked = validateArguments(withParams({ x: anything }), { x: value })['x'] as object;
  expect(JSON.stringify(checked)).toBe('{"__proto__":{"polluted":true}}');
  expect((checked as { polluted?: boolean }).polluted).toBeUndefined();
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('cycles and deep values are refused', () => {
  const cycle: unknown[] = [];
  cycle.push(cycle);
  expect(refusal({ x: anything }, { x: cycle }).message).toContain(
    'must not be nested deeper than 64 levels',
  );
});

test('never repeats a value', () => {
  const canary = 'canary-4711';
  const rules = [
    checkType('integer'),
    checkString,
    checkEnum('a'),
    checkConst('a'),
    checkPattern('^$'),
    checkMaxLength(1),
    checkUuid,
  ];
  for (const rule of rules) {
    const value = rule === checkString ? [canary] : canary;
    expect(JSON.stringify(refusal({ x: { checks: [rule] } }, { x: value }))).not.toContain(canary);
  }
});
