import type { Tool } from '@modelcontextprotocol/server';
import { expect, test } from 'vitest';
import { readJsonTexts } from './read-json-texts.js';

const tool = {
  name: 'a',
  inputSchema: {
    type: 'object',
    properties: {
      list: { type: 'array', items: {} },
      object: { type: 'object' },
      text: { type: 'string' },
      either: { type: ['array', 'string'] },
      nullable: { type: ['array', 'null'] },
      named: { $ref: '#/$defs/List' },
      any: {},
      one: { anyOf: [{ type: 'array' }, { type: 'object' }] },
      open: { anyOf: [{ type: 'array' }, {}] },
    },
    $defs: { List: { type: 'array' } },
  },
} as Tool;

test.each([
  ['list', '["GET","x"]', ['GET', 'x']],
  ['list', ' [1] ', [1]],
  ['list', '[12345678901234567890]', [12345678901234567890n]],
  ['nullable', '[]', []],
  ['named', '[1]', [1]],
  ['object', '{"a":"[1]"}', { a: '[1]' }],
  ['one', '{"a":1}', { a: 1 }],
  // These stay what they are.
  ['list', '{"a":1}', '{"a":1}'],
  ['list', '[1', '[1'],
  ['list', 'a, b', 'a, b'],
  ['list', '7', '7'],
  ['object', '[1]', '[1]'],
  ['text', '[1]', '[1]'],
  ['either', '[1]', '[1]'],
  ['any', '[1]', '[1]'],
  ['open', '[1]', '[1]'],
  ['unknown', '[1]', '[1]'],
  ['__proto__', '[1]', '[1]'],
  ['list', ['[1]'], ['[1]']],
])('%s: %j', (param, given, expected) => {
  const args = Object.fromEntries([[param, given]]);
  expect(Object.entries(readJsonTexts(tool, args))).toEqual([[param, expected]]);
});
