import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anything, operation, withTransport } from '../../../testing/operation.js';
import { replay, reply } from '@kosmokrator/testing/replay';
import { execute } from '../../call/execute.js';
import type { Get } from '../../operation.js';
import { headerFields, headerValue } from './header.js';
import { query, queryValue } from './query.js';
import { joinedSegment, segment } from './segment.js';
import { text } from './text.js';

const params = { id: { ...anything, required: true } };
const one = { path: (get: Get) => `/a/${segment(get, 'id')}` };

async function urlOf(path: (get: Get) => string, value: unknown): Promise<URL> {
  const { transport, requests } = replay(reply({}));
  await execute(operation({ params }, { path }), { id: value }, withTransport(transport));
  return new URL(requests[0]!.url);
}

const sendable = fc
  .string({ unit: 'binary' })
  .filter((value) => !['', '.', '..'].includes(value) && !/[\p{Cc}\p{Cs}]/u.test(value));

test('any value is one segment and reads back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(sendable, async (value) => {
      const { pathname, search, hash, host } = await urlOf(
        (get) => `/a/${segment(get, 'id')}/${joinedSegment(get, ['x:', ''], 'id')}/z`,
        value,
      );
      expect(pathname.split('/').map(decodeURIComponent)).toEqual(['', 'v1', 'a', value, `x:${value}`, 'z']);
      expect([search, hash, host]).toEqual(['', '', 'a.vendor.example']);
    }),
    { numRuns: 300 },
  );
});

test.each(['', '.', '..', 'a\u0000', 'a\nb', '\u0085', '\ud800', '\u007f'])('refuses %j', async (value) => {
  const { transport, requests } = replay(reply({}));
  const call = execute(operation({ params }, one), { id: value }, withTransport(transport));
  await expect(call).rejects.toMatchObject({ code: 'invalid_argument', param: 'id', outcome: 'not_sent' });
  expect(requests).toEqual([]);
});

test.each([
  ['a verb behind it', ['', ':read']],
  ['literals around it', ['x-', '-y']],
])('refuses an empty value with %s', async (_, literals) => {
  await expect(urlOf((get) => `/${joinedSegment(get, literals, 'id')}`, '')).rejects.toMatchObject({
    code: 'invalid_argument',
    param: 'id',
    message: 'id must not be empty',
    outcome: 'not_sent',
  });
});

test('refuses one of two values that is empty, by its name', async () => {
  const two = (get: Get) => `/${joinedSegment(get, ['', ':', ''], 'id', 'part')}`;
  const given = { id: 'a', part: '' };
  const call = execute(
    operation({ params: { ...params, part: anything } }, { path: two }),
    given,
    withTransport(replay().transport),
  );
  await expect(call).rejects.toMatchObject({ param: 'part', message: 'part must not be empty' });
});

test('refuses dots that meet in one segment', async () => {
  await expect(urlOf((get) => `/${joinedSegment(get, ['.', ''], 'id')}`, '.')).rejects.toMatchObject({
    code: 'invalid_argument',
    param: 'id',
  });
});

test.each([
  ['%2e%2e', '/v1/a/%252e%252e'],
  ['../x', '/v1/a/..%2Fx'],
  ['a?b#c', '/v1/a/a%3Fb%23c'],
  ['\\..\\', '/v1/a/%5C..%5C'],
  [7, '/v1/a/7'],
  [2n ** 63n, '/v1/a/9223372036854775808'],
])('%s keeps the route', async (value, path) => {
  expect((await urlOf(one.path, value)).pathname).toBe(path);
});

test('literals keep what a path may hold; an empty one is a trailing slash', async () => {
  const path = (get: Get) => `/${joinedSegment(get, ['', ':archive'], 'id')}/a%20b/`;
  expect((await urlOf(path, 'x:y')).pathname).toBe('/v1/x%3Ay:archive/a%20b/');
});

test('query values are text, lists repeat, absent ones are left out', async () => {
  const path = (get: Get) =>
    `/things${query({ id: queryValue(get, 'id'), one: 1, none: get('absent'), 'a b': '&=#' })}`;
  const { transport, requests } = replay(reply({}), reply({}));
  const fn = operation({ params }, { path });
  await execute(fn, { id: ['x&y', true] }, withTransport(transport));
  expect(requests[0]!.url).toBe('https://a.vendor.example/v1/things?id=x%26y&id=true&one=1&a%20b=%26%3D%23');
  await expect(execute(fn, { id: '\udc00' }, withTransport(transport))).rejects.toMatchObject({
    code: 'invalid_argument',
  });
});

test('a header value cannot hold a line break', async () => {
  const fn = operation(
    { params },
    { headers: (get) => headerFields({ 'x-note': text('n ', headerValue(get, 'id')) }) },
  );
  const { transport, requests } = replay(reply({}));
  await execute(fn, { id: 'ok' }, withTransport(transport));
  expect(requests[0]!.headers['x-note']).toBe('n ok');
  for (const value of ['a\r\nhost: evil', 'a\nb', 'é', '\u0000']) {
    const call = execute(fn, { id: value }, withTransport(transport));
    await expect(call).rejects.toMatchObject({ code: 'invalid_argument', param: 'id', outcome: 'not_sent' });
  }
  expect(requests).toHaveLength(1);
});
