import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostileTexts } from '../../../fixtures/hostile-text.js';
import { json, jsonFile } from './json.js';

test('prints a document that reads back', () => {
  expect(jsonFile({ a: [1, null], b: undefined })).toBe('{\n  "a": [\n    1,\n    null\n  ]\n}\n');
});

test('escapes what cannot be seen', () => {
  expect(json('\u202e\u200b\u2028\u007f\ud800\n').text).toBe('"\\u202e\\u200b\\u2028\\u007f\\ud800\\n"');
});

test.each([undefined, [undefined], () => 1, { a: () => 1 }, { a: Infinity }, NaN, [Symbol('x')]])(
  '%o is no JSON',
  (value) => {
    expect(() => json(value)).toThrow(/no JSON/);
  },
);

test('reads back as the same value, whatever it holds', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostileTexts));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { maxLength: 5 }), (entries) => {
      const value = Object.fromEntries(entries);
      expect(JSON.parse(Buffer.from(json(value).text).toString())).toEqual(value);
    }),
    { numRuns: 500 },
  );
});
