import * as parts from '@kosmokrator/runtime/parts';
import * as select from '@kosmokrator/runtime/select';
import { expect, test } from 'vitest';
import { helper, helperImports } from './library.js';

test('a name belongs to one module of the runtime, since generated modules import both', () => {
  expect(Object.keys(parts).filter((name) => name in select)).toEqual([]);
});

test('names are imported from the module that has them', () => {
  expect(helperImports(['segment', 'get', 'runRequest'])).toEqual([
    { from: '@kosmokrator/runtime/parts', values: ['segment', 'runRequest'] },
    { from: '@kosmokrator/runtime/select', values: ['get'] },
  ]);
});

test.each(['constructor', 'checkNothing'])('%s is no helper', (name) => {
  expect(() => helper(name)).toThrow('the runtime has no helper');
  expect(() => helperImports([name])).toThrow('the runtime has no helper');
});
