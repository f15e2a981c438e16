import { expect, test } from 'vitest';
import { encodeJson } from './encode-json.js';
import type { Template } from './operation.js';
import { renderTemplate, templateNames } from './render-template.js';

const values: Record<string, unknown> = {
  n: 5,
  s: 'x',
  list: [1, 2],
  nothing: null,
  big: 2n ** 63n,
  obj: { a: 1 },
};
const render = (template: Template) => renderTemplate(template, (name) => values[name]);
const hole = (name: string) => ({ $value: name });

test('a whole value keeps its JSON type', () => {
  expect(['n', 's', 'list', 'nothing', 'obj'].map((name) => render(hole(name)))).toEqual([
    5,
    'x',
    [1, 2],
    null,
    { a: 1 },
  ]);
});

test('inside text a value is text', () => {
  expect(render({ $text: ['ttl=', hole('n'), ';', hole('obj')] })).toBe('ttl=5;{"a":1}');
  expect(render({ $text: ['a', hole('absent')] })).toBeUndefined();
});

test('an optional part is spliced in, or left out whole', () => {
  expect(render(['SET', hole('s'), { $optional: ['EX', hole('n')] }])).toEqual(['SET', 'x', 'EX', 5]);
  expect(render(['SET', hole('s'), { $optional: ['EX', hole('absent')] }])).toEqual(['SET', 'x']);
  expect(render(['A', { $optional: [['B', hole('absent')]] }, 'C'])).toEqual(['A', 'C']);
});

test('an absent member is left out, null is kept', () => {
  expect(
    render({ a: hole('absent'), b: hole('nothing'), c: { d: hole('absent') }, e: ['x', hole('absent')] }),
  ).toEqual({
    b: null,
    c: {},
  });
});

test('a list with an absent value is absent: nothing shifts', () => {
  expect(render(['SET', hole('absent'), hole('s')])).toBeUndefined();
});

test('literals stand for themselves', () => {
  expect(render({ a: [true, null, 1, 'x'] })).toEqual({ a: [true, null, 1, 'x'] });
});

test('finds the names in anything that holds templates', () => {
  expect(templateNames({ basic: { username: hole('a'), password: { $text: ['x', hole('b')] } } })).toEqual([
    'a',
    'b',
  ]);
});

test('JSON text keeps every digit of an integer', () => {
  expect(encodeJson(render([hole('big'), { n: hole('big') }]))).toBe(
    '[9223372036854775808,{"n":9223372036854775808}]',
  );
  expect(encodeJson({ 'a"': ['\ud800', null, true, 1.5] })).toBe('{"a\\"":["\\ud800",null,true,1.5]}');
});
