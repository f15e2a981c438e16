import { expect, test } from 'vitest';
import { UsageError } from '../errors/usage-error.js';
import { compileQuery } from './run-query.js';

test('an expression selects; one that leads nowhere gives null', async () => {
  const data = { items: [{ id: 1 }, { id: 9007199254740993n }] };
  expect((await compileQuery('items[].id'))?.(data)).toEqual([1, 9007199254740993n]);
  expect((await compileQuery('nothing.here'))?.(data)).toBe(null);
  expect(await compileQuery(undefined)).toBe(undefined);
});

test('a wrong expression is told before anything runs, one that does not fit when it meets the data', async () => {
  await expect(compileQuery('items[')).rejects.toThrow(UsageError);
  const query = await compileQuery('abs(name)');
  expect(() => query?.({ name: 'x' })).toThrow(/^--query does not fit the data: /);
});
