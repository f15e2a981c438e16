import { runInNewContext } from 'node:vm';
import * as parts from '@kosmokrator/runtime/parts';
import { describe, expect, test } from 'vitest';
import { hostileTexts } from '../../../fixtures/hostile-text.js';
import { exampleModel } from '../../../fixtures/example-model.js';
import type { ParamModel, StepModel } from '../../model/model.js';
import { evaluate } from '../../javascript/evaluate.js';
import type { Code } from '../../javascript/code.js';
import { print } from '../print.js';
import { requestTree } from './request-tree.js';

const fn = exampleModel().functions.find(({ name }) => name === 'get_thing')!;
const param = (name: string, schema: object, more: Partial<ParamModel> = {}): ParamModel => ({
  name,
  description: '',
  required: false,
  schema: { ...schema },
  ...more,
});
const key = param('key', { type: 'string' }, { required: true });
const ex = param('ex', { type: 'integer' });
const tag = param('tag', { type: 'string' });
const placeholder = (name: string) => ({ $value: name });

interface RequestCode {
  readonly path: Code;
  readonly headers: Code;
  readonly body: Code;
}

function codeOf(step: Partial<StepModel>, ...params: ParamModel[]): RequestCode {
  return treeOf(step, ...params) as unknown as RequestCode;
}

function treeOf(step: Partial<StepModel>, ...params: ParamModel[]) {
  const empty: StepModel = { ...fn.steps[0]!, path: [''], query: {}, headers: {}, with: {} };
  return requestTree({ ...fn, params }, { ...empty, ...step });
}

describe('a body', () => {
  test.each<[string, StepModel['body'] & object, string]>([
    [
      'texts that are always there',
      ['GET', placeholder('key')],
      `(value) => JSON.stringify(['GET', value('key')])`,
    ],
    [
      'a part that may be absent',
      ['SET', placeholder('key'), { $optional: ['EX', placeholder('ex')] }],
      `(value) => encodeJson(['SET', value('key'), ...optional('EX', value('ex'))])`,
    ],
    [
      'a value that cannot be left out',
      ['GET', placeholder('tag')],
      `(value) => JSON.stringify(demand(list('GET', value('tag')), 'tag'))`,
    ],
    ['members', { key: placeholder('key') }, `(value) => JSON.stringify({ key: value('key') })`],
    [
      'members that may be absent',
      { ex: placeholder('ex'), all: [placeholder('ex')] },
      `(value) => encodeJson(record({ ex: value('ex'), all: list(value('ex')) }))`,
    ],
    [
      'text',
      { t: { $text: ['a', placeholder('key')] } },
      `(value) => JSON.stringify({ t: text('a', value('key')) })`,
    ],
    ['no value', { a: [1, null] }, `() => '{"a":[1,null]}'`],
  ])('of %s', (_, body, code) => {
    expect(codeOf({ body }, key, ex, tag).body.code).toBe(code);
  });

  test('takes every part that it calls', () => {
    expect(codeOf({ body: ['a', { $optional: [placeholder('ex')] }] }, ex).body.names).toEqual([
      'encodeJson',
      'optional',
    ]);
  });
});

describe('a path', () => {
  test.each<[Partial<StepModel>, string]>([
    [{ path: [''] }, `() => '/'`],
    [{ path: ['a b', '', 'c:d', "it's"] }, `() => '/a%20b//c:d/it\\'s'`],
    [{ path: ['a', placeholder('key')] }, "(value) => `/a/${segment(value, 'key')}`"],
    [
      { path: [{ $text: ['x ', placeholder('key'), placeholder('tag')] }] },
      "(value) => `/${joinedSegment(value, ['x%20', '', ''], 'key', 'tag')}`",
    ],
    [{ query: { credentials: 'hide', n: 1 } }, `() => '/?credentials=hide&n=1'`],
    [
      { query: { q: placeholder('tag'), fixed: 'a' } },
      "(value) => `/${query({ q: queryValue(value, 'tag'), fixed: 'a' })}`",
    ],
  ])('%j', (step, code) => {
    expect(codeOf(step, key, tag).path.code).toBe(code);
  });

  test.each(hostileTexts)('literal %j stays a literal', (text) => {
    const step = {
      path: [text, { $text: [text, placeholder('key')] }],
      query: { [text]: text, key: placeholder('key') },
    };
    const path = evaluate(codeOf(step, key).path) as (value: (name: string) => unknown) => string;
    const { origin, hash } = new URL(`https://a.example${path(() => 'x')}`);
    expect([origin, hash]).toEqual(['https://a.example', '']);
  });
});

test('headers are lower case, and values fit them', () => {
  const headers = { 'X-Note': { $text: ['n ', placeholder('key')] }, 'X-Fixed': 'a' };
  const code = codeOf({ headers }, key).headers;
  expect(code.code).toBe(
    `(value) => headerFields({ 'x-note': text('n ', headerValue(value, 'key')), 'x-fixed': 'a' })`,
  );
  expect(codeOf({ headers: { A: 'b' } }).headers.code).toBe(`() => ({ a: 'b' })`);
});

test('a reply that is no JSON has a format', () => {
  const extract = { id: { pattern: '^ID: (.+)$', required: false } };
  const { format } = treeOf({ format: 'markdown', extract });
  expect(print(format, () => '').code).toBe(`extract(markdown, { id: '^ID: (.+)$' })`);
  expect(treeOf({})['format']).toBeUndefined();
});

test('code runs on the parts that it names, and on nothing else', () => {
  const { code, names } = codeOf({ body: { t: { $text: ['a', placeholder('key')] } } }, key).body;
  const known = Object.fromEntries(Object.entries(parts).filter(([name]) => names.includes(name)));
  const body = runInNewContext(code, known) as (value: () => string) => string;
  expect(body(() => 'b')).toBe('{"t":"ab"}');
});
