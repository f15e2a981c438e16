import { describe, expect, test } from 'vitest';
import { exampleModel } from '../../../fixtures/example-model.js';
import { resultRows, typeText } from './schema-rows.js';

const { types } = exampleModel();
const words = { absent: 'nil' };

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
    [{ enum: ['a', 1, null] }, '`a` or `1` or nil'],
    [{ const: 'a' }, '`a`'],
    [{ type: 'array', items: { type: 'string' } }, 'list of strings'],
    [{ type: 'array', items: { $ref: '#/types/Level' } }, 'list of `low` or `high`'],
    [{ type: 'array' }, 'list'],
    [{ anyOf: [{ type: 'string' }, { $ref: '#/types/Item' }] }, 'string or object'],
    [{}, 'any value'],
  ])('%j', (schema, text) => {
    expect(typeText(schema, types, words)).toBe(text);
  });
});

describe('resultRows', () => {
  const paths = (schema: object) => resultRows(schema as never, types, words).map(({ path }) => path);

  test('go into objects and lists, and stop at a type inside itself', () => {
    expect(paths({ $ref: '#/types/Item' })).toEqual([
      'database_id',
      'note',
      'tags',
      'size',
      'size.bytes',
      'size.until',
      'parent',
    ]);
    expect(paths({ type: 'array', items: { $ref: '#/types/Item' } }).slice(0, 2)).toEqual([
      'result',
      '[].database_id',
    ]);
  });

  test('say of every field whether it may be absent, and of a plain value what it is', () => {
    const rows = resultRows({ $ref: '#/types/Item' }, types, words);
    expect(rows[0]).toEqual({ path: 'database_id', type: 'string', description: 'Id of the item.' });
    expect(rows[2]).toEqual({ path: 'tags', type: 'list of strings or nil', description: 'Its tags.' });
    expect(resultRows({ type: 'integer', description: 'How many.' }, types, words)).toEqual([
      { path: 'result', type: 'integer', description: 'How many.' },
    ]);
  });
});
