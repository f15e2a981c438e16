import { expect, test } from 'vitest';
import type { Scope } from '../../index.js';
import { checkDetails, type DetailRule } from '../index.js';

/** What the rules say of a body, or the body when they hold. */
function check(body: unknown, ...rules: DetailRule[]): unknown {
  try {
    return checkDetails((scope: Scope) => scope.body, ...rules)({ body, steps: { left_out: null } });
  } catch (error) {
    return (error as Error).message;
  }
}

const page: DetailRule[] = [
  ['an object', 'body', 'data', '[*]'],
  ['a string or null', 'body', 'data', '[*]', 'owner', 'name'],
  ['a string', 'body', 'data', '[*]', 'id'],
];

test.each<[unknown, string]>([
  [{ data: [null] }, 'body.data[0] must be an object'],
  [{ data: [{ id: 'a' }, []] }, 'body.data[1] must be an object'],
  [{ data: [{}] }, 'body.data[0].id is missing'],
  [{ data: [{ id: 'a' }, { id: null }] }, 'body.data[1].id must be a string'],
  [{ data: [{ id: 'a', owner: {} }] }, 'body.data[0].owner.name is missing'],
  [{ data: [JSON.parse('{"__proto__":{"id":"a"}}')] }, 'body.data[0].id is missing'],
])('%j', (body, message) => {
  expect(check(body, ...page)).toBe(message);
});

test('what another rule is about is left to it', () => {
  for (const body of [
    null,
    {},
    { data: null },
    { data: 5 },
    { data: [] },
    { data: [{ id: 'a', owner: null, more: 1 }] },
  ])
    expect(check(body, ...page)).toEqual(body);
  expect(check(1, ['an array', 'steps', 'left_out', 'body'])).toBe(1);
});

test('lists in a list are opened up where select does so', () => {
  const [opened, closed] = ['[]', '[*]'].map((step): DetailRule => ['an object', 'body', step]);
  const body = [{}, [{}, {}], []];
  expect(check(body, opened!)).toEqual(body);
  expect(check(body, closed!)).toBe('body[1] must be an object');
  expect(check([[null]], opened!)).toBe('body[0] must be an object');
  expect(check([[[]]], opened!)).toBe('body[0] must be an object');
});

test('a member may be called as a list is written', () => {
  expect(check({ '[*]': { '[]': 1 } }, ['a string', 'body', '[*]', '[]'])).toBe(
    'body.[*].[] must be a string',
  );
});

test('whole numbers', () => {
  const rule: DetailRule = ['a whole number or null', 'body'];
  for (const body of [0, -5, 1e21, 2n ** 70n, null]) expect(check(body, rule)).toBe(body);
  for (const body of [1.5, -0.1, '1']) expect(check(body, rule)).toBe('body must be a whole number or null');
  expect(check(1.5, ['a number or null', 'body'])).toBe(1.5);
});

test('values that are fixed', () => {
  const rule: DetailRule = [['OK', null, { a: 1, b: 2n ** 70n }], 'body'];
  for (const body of ['OK', null, { b: 2n ** 70n, a: 1 }]) expect(check(body, rule)).toBe(body);
  expect(check('QUEUED', rule)).toBe('body must be "OK" or null or {"a":1,"b":1180591620717411303424}');
  expect(check({}, [['OK', null], 'body', 'result'])).toBe('body.result must be "OK" or null');
});

test('absent', () => {
  const rule: DetailRule = ['an array, null or absent', 'body', 'list'];
  for (const body of [{}, { list: null }, { list: [] }]) expect(check(body, rule)).toBe(body);
  expect(check({ list: {} }, rule)).toBe('body.list must be an array, null or absent');
});
