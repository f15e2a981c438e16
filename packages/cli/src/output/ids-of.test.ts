import { expect, test } from 'vitest';
import { idsOf } from './ids-of.js';

test.each([
  [{ id: 7, name: 'a' }, ['7']],
  [{ database_id: 'x', name: 'a' }, ['x']],
  [{ name: 'a', key: 'k' }, ['a']],
  [{ key: 'k', value: 'v' }, ['k']],
  [{ id: null, name: 'a' }, ['a']],
  [{ value: 'v' }, []],
  [
    [{ id: 'a' }, { id: 'b' }, {}],
    ['a', 'b'],
  ],
  [
    ['a', 'b'],
    ['a', 'b'],
  ],
  [{ current_page: 1, data: [{ id: 'a' }] }, ['a']],
  [{ keys: [], members: [] }, []],
  ['text', ['text']],
  [null, []],
])('the ids of %j are %j', (data, ids) => expect(idsOf(data)).toEqual(ids));
