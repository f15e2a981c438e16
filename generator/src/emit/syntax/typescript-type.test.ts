import type { JsonSchema } from '@kosmokrator/runtime';
import { describe, expect, test } from 'vitest';
import { identifier } from './typescript.js';
import { typeDeclaration, typeExpression, type TypeContext } from './typescript-type.js';

const context: TypeContext = { reference: (name) => identifier(`${name}_`) };
const squeeze = (text: string) => text.replace(/\s+/g, ' ');

describe('type expressions', () => {
  test.each([
    [true, 'unknown'],
    [false, 'never'],
    [{}, 'unknown'],
    [{ description: 'Anything.' }, 'unknown'],
    [{ type: 'string', minLength: 1 }, 'string'],
    [{ type: 'integer' }, 'number'],
    [{ type: ['string', 'null'] }, 'string | null'],
    [{ type: ['integer', 'number'] }, 'number'],
    [{ type: 'string', enum: ['a', "b'", 'a'] }, `'a' | 'b\\''`],
    [{ enum: [1, -1.5, null, true, { a: 1 }] }, 'unknown'],
    [{ enum: [1, -1.5, null, true] }, '1 | -1.5 | null | true'],
    [{ const: 'x' }, `'x'`],
    [{ type: 'array' }, 'unknown[]'],
    [{ type: 'array', items: { type: 'string' } }, 'string[]'],
    [{ items: { type: ['string', 'null'] } }, '(string | null)[]'],
    [{ type: 'array', items: false }, 'never[]'],
    [{ $ref: '#/types/Database' }, 'Database_'],
    [{ $ref: '#/types/Database', description: 'One.' }, 'Database_'],
    [{ anyOf: [{ $ref: '#/types/A' }, { type: 'null' }] }, 'A_ | null'],
    [{ oneOf: [{ type: 'string' }, { enum: [1] }] }, 'string | 1'],
    [{ type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'number' }] } }, '(string | number)[]'],
    [{ allOf: [{ $ref: '#/types/A' }, { $ref: '#/types/B' }] }, '(A_ & B_)'],
    [{ allOf: [{ $ref: '#/types/A' }, { oneOf: [{ type: 'null' }, { const: 1 }] }] }, '(A_ & (null | 1))'],
    [{ anyOf: [{ required: ['a'] }, { required: ['b'] }], type: 'string' }, 'string'],
    [{ type: 'object' }, '{ [key: string]: unknown; }'],
    [{ type: 'object', additionalProperties: false }, 'Record<string, never>'],
    [{ type: 'object', additionalProperties: { type: 'string' } }, '{ [key: string]: string; }'],
    [{ additionalProperties: { $ref: '#/types/A' } }, '{ [key: string]: A_; }'],
    [
      { type: 'object', required: ['a'], properties: { a: { type: 'string' }, 'b-c': {} } },
      `{ a: string; 'b-c'?: unknown; [key: string]: unknown; }`,
    ],
    [{ type: 'object', properties: { a: true }, additionalProperties: false }, '{ a?: unknown; }'],
    [
      { properties: { a: {} }, additionalProperties: { type: 'string' } },
      '{ a?: unknown; [key: string]: unknown; }',
    ],
    [
      { type: ['object', 'null'], properties: { a: { type: 'null' } }, additionalProperties: false },
      '{ a?: null; } | null',
    ],
  ])('%j', (schema, expected) => {
    expect(squeeze(typeExpression(schema, context).text)).toBe(expected);
  });

  test('optional arguments take undefined', () => {
    const schema = {
      properties: { a: { type: 'string' }, b: { type: 'null' } },
      required: ['b'],
      additionalProperties: false,
    };
    const text = typeExpression(schema, { ...context, undefinedIsAbsent: true }).text;
    expect(squeeze(text)).toBe('{ a?: string | undefined; b: null; }');
  });

  test.each<[JsonSchema, string]>([
    [{ type: 'integer' }, 'number | bigint'],
    [{ type: 'integer', minimum: 1 }, 'number | bigint'],
    [{ type: 'integer', maximum: 100 }, 'number'],
    [{ type: 'integer', enum: [1, 2] }, '1 | 2'],
    [{ type: ['integer', 'null'] }, 'number | null | bigint'],
    [{ type: 'array', items: { type: 'integer' } }, '(number | bigint)[]'],
    [{ type: ['number', 'string'] }, 'number | string'],
  ])('an argument %j takes a BigInt where a number can be too short', (schema, expected) => {
    expect(typeExpression(schema, { ...context, takesBigInt: true }).text).toBe(expected);
  });

  test.each(['#/types/', '#/types/A/properties/x', '#/$defs/A', 'https://example.com'])(
    '%s leads nowhere',
    ($ref) => {
      expect(() => typeExpression({ $ref }, context)).toThrow(/does not name a shared type/);
    },
  );
});

describe('declarations', () => {
  const declare = (schema: object) =>
    squeeze(typeDeclaration(identifier('X'), schema as never, context).text);
  test.each([
    [
      { description: 'One.', type: 'object', properties: { a: { description: 'Its a.' } } },
      '/** One. */ export interface X { /** Its a. */ a?: unknown; [key: string]: unknown; } ',
    ],
    [{ type: 'array', items: { $ref: '#/types/Y' } }, 'export type X = Y_[]; '],
    [{ type: 'object', additionalProperties: false }, 'export type X = Record<string, never>; '],
    [
      { type: 'object', properties: {}, additionalProperties: false },
      'export type X = Record<string, never>; ',
    ],
    [
      { type: ['object', 'null'], properties: { a: {} }, additionalProperties: false },
      'export type X = { a?: unknown; } | null; ',
    ],
  ])('%j', (schema, expected) => {
    expect(declare(schema)).toBe(expected);
  });
});
