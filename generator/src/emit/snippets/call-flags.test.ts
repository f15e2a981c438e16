import { expect, test } from 'vitest';
import { exampleModel } from '../../../fixtures/example-model.js';
import type { ParamModel } from '../../model/model.js';
import { callFlags } from './call-flags.js';

const [fn] = exampleModel().functions as [ReturnType<typeof exampleModel>['functions'][number]];
const param = (name: string, schema: object): ParamModel => ({
  name,
  description: '',
  required: false,
  schema: { ...schema },
});

const list = { type: 'array', items: { type: 'string' } };

test.each<[object, Record<string, object>, string]>([
  [
    { key: 'session:42', ex: 60 },
    { key: { type: 'string' }, ex: { type: 'integer' } },
    '--key session:42 --ex 60',
  ],
  [{ cluster_size: "it's" }, { cluster_size: { type: 'string' } }, `--cluster-size 'it'\\''s'`],
  [{ value: '' }, { value: { type: 'string' } }, `--value ''`],
  [{ value: '--x' }, { value: { type: 'string' } }, `--value='--x'`],
  [{ n: -1.5 }, { n: { type: 'number' } }, `--n='-1.5'`],
  [{ tls: true, old: false }, { tls: { type: 'boolean' }, old: { type: 'boolean' } }, '--tls --no-old'],
  [{ tags: ['a', 'b c'] }, { tags: list }, `--tags a --tags 'b c'`],
  [{ tags: [] }, { tags: list }, `'{"tags":[]}'`],
  [{ filter: { a: 1 } }, { filter: { type: 'object' } }, `'{"filter":{"a":1}}'`],
  [{ id: 7 }, { id: { type: ['integer', 'string'] } }, `'{"id":7}'`],
  [
    { account: 'x', a: 'b' },
    { account: { type: 'string' }, a: { type: 'string' } },
    `'{"account":"x","a":"b"}'`,
  ],
  [{}, {}, ''],
])('%j', (args, schemas, text) => {
  const params = Object.entries(schemas).map(([name, schema]) => param(name, schema));
  const example = { title: 'An example', args: args as Record<string, unknown>, http: [] };
  expect(callFlags({ fn: { ...fn, params }, example })).toBe(text);
});
