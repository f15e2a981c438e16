import { isKosmoError, type Check, type JsonSchema } from '@kosmokrator/runtime';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Code } from '../../javascript/code.js';
import { evaluate } from '../../javascript/evaluate.js';
import { make } from '../make.js';
import { print } from '../print.js';
import { checkCalls } from './check-calls.js';
import { paramRules } from './param-rules.js';

const noReference = () => '';
const printed = (schema: JsonSchema) => print(checkCalls(schema), noReference);
/** The checks as a package has them: printed, and evaluated there. */
function evaluated(schema: JsonSchema): Check[] {
  const { code, helpers } = printed(schema);
  return evaluate(new Code(code, helpers)) as Check[];
}

test.each<[JsonSchema, string]>([
  [{ type: 'string', minLength: 1 }, '[checkString, checkFilled]'],
  [{ type: ['integer', 'null'], description: 'x' }, `[checkType('integer', 'null')]`],
  [{ format: 'uuid' }, '[checkUuid]'],
  [{ format: 'email' }, '[]'],
  [{ enum: ['a', 1, null] }, `[checkEnum('a', 1, null)]`],
  [{ items: { type: 'string' } }, '[checkItems(checkString)]'],
  [{ items: {} }, '[checkItems(checkLoose)]'],
  [
    { properties: { a: { const: 1 } }, additionalProperties: false },
    `[checkProperties({ a: [checkConst(1)] }), checkNoOthers('a')]`,
  ],
  [{ additionalProperties: { type: 'string' } }, '[checkOthers([], checkString)]'],
  [{ anyOf: [{ type: 'string' }, { minimum: 1 }] }, '[checkAnyOf([checkString], [checkMinimum(1)])]'],
  [{ type: 'string', minLength: 2 }, '[checkString, checkMinLength(2)]'],
  [{ minimum: 1, type: 'integer' }, `[checkType('integer'), checkMinimum(1)]`],
  [
    { anyOf: [{ type: 'string' }, { type: 'number' }] },
    `[checkAnyOf([checkString], [checkType('number')]), checkDigits]`,
  ],
  [
    { oneOf: [{ type: 'number' }, { anyOf: [{ type: ['null', 'string'] }] }] },
    `[checkOneOf([checkType('number')], [checkAnyOf([checkType('null', 'string')])]), checkDigits]`,
  ],
  [
    { anyOf: [{ enum: ['auto'] }, { type: 'number' }] },
    `[checkAnyOf([checkEnum('auto')], [checkType('number')])]`,
  ],
])('%j is %s', (schema, code) => {
  expect(printed(schema).code).toBe(code);
});

const ajv = new Ajv2020({ strict: false, allowUnionTypes: true });

/** Schemas in the keywords of the spec language. */
const { schema } = fc.letrec<{ schema: JsonSchema }>((tie) => {
  const inner = fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.constantFrom({ type: 'string' }, { minimum: 1 }),
    tie('schema'),
  );
  const types = fc.constantFrom('string', 'integer', 'number', 'boolean', 'null', 'array', 'object');
  const size = fc.nat(3);
  return {
    schema: fc.record(
      {
        type: fc.oneof(types, fc.uniqueArray(types, { minLength: 1, maxLength: 3 })),
        enum: fc.uniqueArray(fc.constantFrom('a', 1, null, true, 'ab'), { minLength: 1 }),
        minLength: size,
        maxLength: size,
        pattern: fc.constantFrom('^a', 'b$', '^[a-z]+$'),
        minimum: size,
        maximum: size,
        exclusiveMinimum: size,
        multipleOf: fc.constantFrom(1, 2),
        minItems: size,
        maxItems: size,
        uniqueItems: fc.boolean(),
        items: inner,
        properties: fc.dictionary(fc.constantFrom('a', 'b'), inner),
        additionalProperties: fc.oneof(fc.boolean(), inner),
        anyOf: fc.array(inner, { minLength: 1, maxLength: 2 }),
        oneOf: fc.array(inner, { minLength: 1, maxLength: 2 }),
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<JsonSchema>,
  };
});

const value = fc.oneof(
  fc.constantFrom('', 'a', 'ab', 'abcd', 0, 1, 2, 3, 1.5, null, true, [], {}),
  fc.array(fc.constantFrom('a', 1, null), { maxLength: 4 }),
  fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('a', 1, null)),
);

function passes(checks: readonly Check[], given: unknown): boolean {
  try {
    for (const check of checks) check(given, 'x');
    return true;
  } catch (error) {
    if (isKosmoError(error)) return false;
    throw error;
  }
}

describe('checks let through what the schema lets through', () => {
  test('made, and printed and evaluated', () => {
    fc.assert(
      fc.property(schema, value, (rules, given) => {
        const expected = ajv.compile(rules as object)(given);
        expect(passes(make(checkCalls(rules)) as Check[], given)).toBe(expected);
        expect(passes(evaluated(rules), given)).toBe(expected);
        expect(passes(make(paramRules(rules).checks) as Check[], null)).toBe(paramRules(rules).nullable);
      }),
      { numRuns: 200 },
    );
  });
});

test('only texts and booleans need no copy', () => {
  const needsCopy = (type?: JsonSchema['type']) => paramRules(type ? { type } : {}).needsCopy;
  expect(['string', 'boolean', ['string', 'null']].map(needsCopy)).toEqual([false, false, false]);
  expect(['integer', 'number', 'array', 'object', ['string', 'object'], undefined].map(needsCopy)).toEqual(
    Array(6).fill(true),
  );
});

test('a text is held to its length before its pattern, which may take long on a longer one', () => {
  const { code } = printed({ pattern: '^a*a*$', type: 'string', maxLength: 20 });
  expect(code).toBe(`[checkString, checkMaxLength(20), checkPattern('^a*a*$')]`);
});
