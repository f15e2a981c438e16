import { describe, expect, test } from 'vitest';
import { exampleModel } from '../../../fixtures/example-model.js';
import { jsonWords, luaWords, resultText, typeText } from './schema-rows.js';

const { types } = exampleModel();

describe('typeText', () => {
  test.each([
    [{ type: 'string' }, 'string'],
    [{ type: 'string', minLength: 1 }, 'string, not empty'],
    [{ type: 'string', minLength: 2, maxLength: 5 }, 'string, 2 to 5 characters'],
    [{ type: 'string', pattern: '^a$' }, 'string, matching `^a$`'],
    [{ type: 'integer', minimum: 1, maximum: 100 }, 'integer, 1 to 100'],
    [{ type: 'integer', minimum: 1 }, 'integer, 1 or more'],
    [{ type: 'number', maximum: 0 }, 'number, at most 0'],
    [{ type: ['null', 'string'] }, 'string or nil'],
    [{ enum: ['a', 'b', null] }, '`a` or `b` or nil'],
    [{ enum: ['a', 1, '1', null] }, '`"a"` or `1` or `"1"` or nil'],
    [{ enum: ['', 'up', 'true', '10'] }, '`""` or `up` or `"true"` or `"10"`'],
    [
      { enum: ['`tick`', ' x', '-date', '*/5 * * * *', 'a|b', 'NO'] },
      '`"\\u0060tick\\u0060"` or `" x"` or `-date` or `*/5 * * * *` or `a|b` or `NO`',
    ],
    [
      { enum: ['a\tb', 'a\nb', 'a\u00a0b', 'a\u2028', '\u{e0001}', 'a b', 'é', '{{ x }}', '{% x', '{ x }'] },
      '`"a\\tb"` or `"a\\nb"` or `"a\\u00a0b"` or `"a\\u2028"` or `"\\udb40\\udc01"` or `a b` or `é` or `"{\\u007b x }}"` or `"{\\u0025 x"` or `{ x }`',
    ],
    [{ const: 'a' }, '`a`'],
    [{ type: 'string', pattern: '^`{{$' }, 'string, matching `^\\u0060{\\u007b$`'],
    [{ type: 'string', minLength: 0, maxLength: 1 }, 'string, at most 1 character'],
    [{ type: 'string', minLength: 2, maxLength: 2 }, 'string, exactly 2 characters'],
    [{ type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 }, 'number, more than 0, less than 1'],
    [{ type: 'integer', multipleOf: 5 }, 'integer, a multiple of 5'],
    [{ type: 'array', minItems: 1 }, 'list, not empty'],
    [
      { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 10, uniqueItems: true },
      'list of strings, 1 to 10 items, no item twice',
    ],
    [{ type: 'object', additionalProperties: { type: 'string' } }, 'map of strings'],
    [{ type: 'object', additionalProperties: { type: ['integer', 'null'] } }, 'map of (integer or nil)'],
    [{ type: 'object', additionalProperties: false }, 'object'],
    [{ type: 'array', items: { type: 'array', items: { type: 'integer' } } }, 'list of lists of integers'],
    [
      { type: 'array', items: { type: 'object', additionalProperties: { type: 'string' } } },
      'list of maps of strings',
    ],
    [{ type: 'array', items: { type: 'string' } }, 'list of strings'],
    [{ type: 'array', items: { $ref: '#/types/Level' } }, 'list of (`low` or `high`)'],
    [{ type: 'array', items: { type: ['string', 'null'] } }, 'list of (string or nil)'],
    [{ type: 'array' }, 'list'],
    [{ anyOf: [{ type: 'string' }, { $ref: '#/types/Item' }] }, 'string or object'],
    [{}, 'any value'],
  ])('%j', (schema, text) => {
    expect(typeText(schema, types, luaWords)).toBe(text);
  });
});

describe('resultText', () => {
  const paths = (schema: object) => resultText(schema as never, types, luaWords).rows.map(({ path }) => path);

  test('goes into objects and lists, and stops at a type inside itself', () => {
    const fields = ['database_id', 'note', 'tags', 'size', 'size.bytes', 'size.until', 'parent'];
    expect(paths({ $ref: '#/types/Item' })).toEqual(fields);
    const list = { type: 'array', items: { $ref: '#/types/Item' }, description: 'All of them.' };
    expect(paths(list)).toEqual(fields);
    expect(resultText(list, types, luaWords).intro).toBe(
      'List of objects. All of them. Each has these fields:',
    );
  });

  test('goes into the members that a map has under any key', () => {
    const values = { type: 'object', properties: { b: { type: 'string' } } };
    const map = { type: 'object', additionalProperties: values };
    expect(paths({ type: 'object', properties: { m: map } })).toEqual(['m', 'm.<key>.b']);
    expect(paths(map)).toEqual(['<key>.b']);
  });

  test('says of every field whether it may be absent, in the words of the surface', () => {
    const { intro, rows } = resultText({ $ref: '#/types/Item' }, types, luaWords);
    expect(intro).toBe('');
    expect(rows[0]).toEqual({ path: 'database_id', type: 'string', description: 'Id of the item.' });
    expect(rows[2]).toEqual({ path: 'tags', type: 'list of strings or nil', description: 'Its tags.' });
    const sdk = resultText({ $ref: '#/types/Item' }, types, jsonWords).rows;
    expect(sdk[2]).toMatchObject({ path: 'tags', type: 'list of strings, may be absent' });
  });

  test.each([
    [{ type: 'integer', description: 'How many.' }, 'Integer. How many.'],
    [{ type: 'null' }, 'Always nil.'],
    [{ type: 'array', items: { type: 'string' } }, 'List of strings.'],
    [{ type: 'object' }, 'Object.'],
    [{}, 'Any value.'],
  ])('says in a sentence what %j is', (schema, intro) => {
    expect(resultText(schema as never, types, luaWords)).toEqual({ intro, rows: [] });
  });
});
