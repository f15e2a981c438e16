import { expect, test } from 'vitest';
import { jsonReply, type ApiRequest } from './api-message.js';
import { createRouter } from './create-router.js';

const route = createRouter(
  [
    { method: 'GET', path: '/a/{id}', handle: (params) => jsonReply(200, params) },
    { method: 'POST', path: '/a/{id}', handle: () => jsonReply(201, 'posted') },
    { method: 'GET', path: '/a/{id}/b/{other_id}', handle: (params) => jsonReply(200, params) },
  ],
  { notFound: () => jsonReply(404, 'missing'), methodNotAllowed: () => jsonReply(405, 'method') },
);

async function ask(method: string, path: string) {
  const rest = { query: new URLSearchParams(), headers: {}, body: Buffer.alloc(0), origin: '' };
  const request: ApiRequest = { method, path, ...rest };
  const reply = await route(request);
  return [reply.status, JSON.parse(reply.body)];
}

test('decodes each segment for itself', async () => {
  expect(await ask('GET', '/a/x%2Fy')).toEqual([200, { id: 'x/y' }]);
  expect(await ask('GET', '/a/1/b/a+b%20c')).toEqual([200, { id: '1', other_id: 'a+b c' }]);
  expect(await ask('GET', '/a/__proto__')).toEqual([200, { id: '__proto__' }]);
});

test('chooses by method', async () => {
  expect(await ask('POST', '/a/1')).toEqual([201, 'posted']);
  expect(await ask('PUT', '/a/1')).toEqual([405, 'method']);
});

test.each(['/', '/a', '/a/', '/a/1/', '/a/1/b/', '/A/1', '/a/%zz', '//a/1', '/a/1/b/2/c'])(
  'misses %s',
  async (path) => {
    expect(await ask('GET', path)).toEqual([404, 'missing']);
  },
);
