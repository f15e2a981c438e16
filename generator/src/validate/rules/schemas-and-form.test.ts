/** Beyond the fixtures, which show each code once: what a rule lets pass, and its other cases. */
import { describe, expect, test } from 'vitest';
import { check, edit, fn, integration, param } from '../../../testing/check-shop.js';

describe('schemas', () => {
  const schema = (text: string) => edit(param(`x: { ${text}, description: X. }`));

  test.each([
    'type: [string, "null"], minLength: 1',
    'type: array, items: { type: integer, minimum: 1 }, uniqueItems: true',
    'enum: [1, two, null]',
    'oneOf: [{ type: string }, { type: integer }]',
    'type: integer, default: 3, enum: [3, 4]',
    'type: string, values: { us-east-1: us-east }, default: us-east-1',
    'type: string, enum: [a, b], values: { A: a, AA: a, B: b }, default: A',
    'type: [string, "null"], pattern: "^[a-z]+$", values: { "1": one, "": none, A: a }',
    'type: array, items: { type: string, enum: [a, b] }, values: { A: a }, default: [A, b]',
    'enum: [a, 1], values: { one: a }',
    'const: a, values: { A: a }',
  ])('%s is fine', (text) => expect(check(schema(text))).toEqual([]));

  test.each([
    ['type: string, minimum: 1', 'SCHEMA_INVALID: `minimum` does not apply to a value of type string'],
    ['type: integer, minimum: 3, maximum: 2', 'SCHEMA_INVALID: `minimum` is greater than `maximum`'],
    ['type: integer, enum: [1, x]', 'SCHEMA_INVALID: `x` is not of type integer'],
    ['type: integer, enum: [1, 1]', 'SCHEMA_INVALID: `1` is listed twice'],
    [
      'type: object, enum: [{ a: 1, b: [2] }, { b: [2], a: 1 }]',
      'SCHEMA_INVALID: `{"b":[2],"a":1}` is listed twice',
    ],
    ['in: query', 'SCHEMA_INVALID: the param has no type'],
    [
      'type: integer, values: { one: "1" }',
      'VALUES_INVALID: the param `x` has `values`, but is neither text nor a list of texts',
    ],
    [
      'type: array, items: { type: integer }, values: { one: "1" }',
      'VALUES_INVALID: the param `x` has `values`, but is neither text nor a list of texts',
    ],
    [
      'oneOf: [{ type: string }, { type: integer }], values: { A: a }',
      'VALUES_INVALID: the param `x` has `values`, but is neither text nor a list of texts',
    ],
    [
      'type: string, values: { a: a }',
      'VALUES_INVALID: the param `x` has the spelling `a`, which stands for itself',
    ],
    [
      'type: string, enum: [a, b], values: { b: a }',
      "VALUES_INVALID: the param `x` has the spelling `b`, which is one of the API's own values",
    ],
    [
      'type: string, values: { a: b, b: c }',
      'VALUES_INVALID: the param `x` has the spelling `a`, which stands for `b`, which is another spelling',
    ],
    [
      'type: string, enum: [a, b], values: { A: c }',
      'VALUES_INVALID: the param `x` has the spelling `A`, which stands for `c`, but that must be one of "a", "b"',
    ],
    [
      'type: array, items: { type: string, minLength: 2 }, values: { A: a }',
      'VALUES_INVALID: the param `x` has the spelling `A`, which stands for `a`, but that must have at least 2 characters',
    ],
    ['type: string, values: {}', 'VALUE_INVALID: `values` is empty'],
    ['type: string, values: { A: 1 }', 'VALUE_TYPE: `A` must be text, not the number 1'],
    ['type: string, values: [a]', 'VALUE_TYPE: `values` must be a mapping, not a list'],
    [
      'type: string, enum: [a, b], values: { A: a }, default: B',
      'DEFAULT_INVALID: the param `x` has a default that must be one of "a", "b"',
    ],
    ['type: integer, default: x', 'DEFAULT_INVALID: the param `x` has a default that must be an integer'],
    [
      'type: string, required: true, default: a',
      'DEFAULT_INVALID: the param `x` is required, so its default is never used',
    ],
    [
      'type: integer, generate: uuid4',
      'DEFAULT_INVALID: the param `x` is generated as text, so its type must be string',
    ],
  ])('%s', (text, message) => expect(check(schema(text))).toEqual([message]));
});

describe('form', () => {
  test('a misspelt key is told once, with what was meant', () => {
    expect(check(edit(['description: Read', 'descripton: Read']))).toEqual([
      'KEY_UNKNOWN: unknown key `descripton`',
    ]);
  });

  test.each([
    ['[throw away, bin]', []],
    ['[]', ['VALUE_INVALID: `keywords` is empty']],
    [
      '[bin, bin]',
      ['VALUE_INVALID: `keywords` must not have duplicate items (items ## 1 and 0 are identical)'],
    ],
    ['[" bin"]', ['VALUE_INVALID: ` bin` must be one line without white space at its ends']],
    ['bin', ['VALUE_TYPE: `keywords` must be a list, not text']],
  ])('keywords: %s', (keywords, messages) => {
    expect(check(`${fn}keywords: ${keywords}\n`)).toEqual(messages);
  });

  test('each alternative of auth is one kind', () => {
    const two = integration.replace('auth: [{ basic', 'auth: [{ bearer: "{token}", basic');
    expect(check(fn, two)).toEqual(['VALUE_INVALID: the item must not have more than 1 properties']);
  });

  test('a broken function is still a function', () => {
    const spec = `${integration}check: list_items\n`;
    const list = edit([/\/\{id\}/, ''], [/params:\n.*\n/, '']).replace('args: { id: i1 }', 'args: {}');
    expect(check({ get_item: fn, list_items: list }, spec)).toEqual([]);
    expect(check({ get_item: fn, list_items: list.replace('title', 'titel') }, spec)).toEqual([
      'KEY_UNKNOWN: unknown key `titel`',
    ]);
  });
});
