import { gzipSync } from 'node:zlib';
import { expect, expectTypeOf, onTestFinished, test } from 'vitest';
import {
  account,
  anInteger,
  anything,
  integration,
  operation,
  step,
  withTransport,
  writeOperation,
} from '../../testing/operation.js';
import { replay, reply } from '@kosmokrator/testing/replay';
import { serve } from '@kosmokrator/testing/servers/serve';
import {
  execute,
  KosmoError,
  parseJson,
  type Operation,
  type PolicyRequest,
  type Scope,
  type ReplyFormat,
} from '../index.js';
import {
  checkItems,
  checkType,
  copyJson,
  encodeJson,
  extract,
  headerFields,
  headerValue,
  markdown,
  plainText,
  query,
  queryValue,
  record,
  segment,
} from '../parts/index.js';

test('sends what the operation says and returns the body', async () => {
  const bodies: string[] = [];
  const local = await serve((request, response) => {
    request.setEncoding('utf8').on('data', (text: string) => bodies.push(text));
    request.on('end', () => {
      const { method, url, headers } = request;
      response
        .setHeader('x-request-id', 'r-1')
        .end(JSON.stringify({ method, url, type: headers['content-type'] }));
    });
  });
  const fn = writeOperation({
    params: { id: anInteger, note: anything },
    steps: [
      {
        ...step,
        method: 'POST',
        path: (get) => `/a/${segment(get, 'id')}`,
        body: (get) => encodeJson(record({ id: get('id'), note: get('note') })),
      },
    ],
  });
  const { result, response } = await execute(fn, { id: 2n ** 63n }, local).withResponse();
  expect(result).toEqual({ method: 'POST', url: '/a/9223372036854775808', type: 'application/json' });
  expect(response).toMatchObject({ status: 200, request_id: 'r-1', attempts: 1 });
  expect(response.headers['x-request-id']).toBe('r-1');
  expect(bodies).toEqual(['{"id":9223372036854775808}']);
});

test('an integer that is too long for a number comes as text and goes out in digits', async () => {
  const { transport, requests } = replay(reply({}), reply({}));
  const fn = writeOperation({
    params: { id: anInteger, ids: { checks: [checkItems(checkType('integer'))], copy: copyJson } },
    steps: [
      {
        ...step,
        method: 'POST',
        path: (get) => `/a/${segment(get, 'id')}${query({ id: queryValue(get, 'id') })}`,
        headers: (get) => headerFields({ 'x-id': headerValue(get, 'id') }),
        body: (get) => encodeJson({ id: get('id'), ids: get('ids') }),
      },
    ],
  });
  const digits = '1000000000000000000000';
  await execute(fn, { id: digits, ids: [digits, 7] }, withTransport(transport));
  await execute(fn, { id: 10n ** 21n, ids: [10n ** 21n, 7n] }, withTransport(transport));
  for (const { url, headers, body } of requests) {
    expect(new URL(url).pathname + new URL(url).search).toBe(`/v1/a/${digits}?id=${digits}`);
    expect([headers['x-id'], body]).toEqual([digits, `{"id":${digits},"ids":[${digits},7]}`]);
  }
});

test('select shapes the result and the keys of the integration are hidden', async () => {
  const fn = operation({
    params: { id: { ...anything, default: 7 } },
    select: ({ args, credentials, body, status }) => ({ args, credentials, body, status }),
  });
  const { transport } = replay(reply({ password: 'p', a: 1 }));
  expect(await execute(fn, {}, withTransport(transport))).toEqual({
    args: { id: 7 },
    credentials: { url: account.credentials['url'], email: 'ada@example.com' },
    body: { password: '[redacted]', a: 1 },
    status: 200,
  });
});

test('steps read what came before, and are left out when their condition is not met', async () => {
  const teams = (steps: Scope['steps']) => steps!['teams']!.body as { id: string }[];
  const fn = operation({
    steps: [
      { ...step, name: 'teams', path: () => '/teams' },
      {
        ...step,
        name: 'members',
        when: ({ steps }) => teams(steps)[0],
        with: { id: ({ steps }) => teams(steps)[0]?.id },
        path: (get) => `/teams/${segment(get, 'id')}`,
      },
    ],
    select: ({ steps }) => steps?.['members']?.body,
  });
  const some = replay(reply([{ id: 'a/b' }]), reply(['ada']));
  expect(await execute(fn, {}, withTransport(some.transport))).toEqual(['ada']);
  expect(some.requests.map(({ url }) => new URL(url).pathname)).toEqual(['/v1/teams', '/v1/teams/a%2Fb']);
  const none = replay(reply([]));
  expect(await execute(fn, {}, withTransport(none.transport))).toBeNull();
  expect(none.requests).toHaveLength(1);
});

test('a value of the service that cannot be a path segment is not sent', async () => {
  const fn = operation({
    steps: [{ ...step, with: { team: () => '..' }, path: (get) => `/teams/${segment(get, 'team')}` }],
  });
  const { transport, requests } = replay();
  await expect(execute(fn, {}, withTransport(transport))).rejects.toMatchObject({ code: 'bad_response' });
  expect(requests).toEqual([]);
});

test('text replies are returned, or their named fields', async () => {
  const page = '# Database\nDatabase ID: `x-1`\nToken: `t`\n';
  const text = replay(reply(page), reply(page), reply('nothing of it'));
  const fields = { id: '^Database ID: `(.+)`$', expires: '^Expires: (.+)$' };
  const read = (format: ReplyFormat) => execute(operation({}, { format }), {}, withTransport(text.transport));
  expect(await read(plainText)).toBe(page);
  expect(await read(extract(markdown, fields))).toEqual({ id: 'x-1', expires: null });
  await expect(read(extract(markdown, fields))).rejects.toMatchObject({
    code: 'bad_response',
    outcome: 'done',
  });
});

test.each([
  ['', null],
  ['\ufeff{"a":1}', { a: 1 }],
  ['null', null],
  ['[]', []],
])('reads the body %j', async (text, result) => {
  expect(await execute(operation(), {}, withTransport(replay(reply(text)).transport))).toEqual(result);
});

test('decompresses, and keeps __proto__ as data', async () => {
  const local = await serve((_, response) => {
    response.setHeader('content-encoding', 'gzip').end(gzipSync('{"__proto__":{"x":1}}'));
  });
  const result = await execute(operation(), {}, local);
  expect(JSON.stringify(result)).toBe('{"__proto__":{"x":1}}');
});

test('the policy is asked once, with checked arguments, before anything is sent', async () => {
  const asked: PolicyRequest[] = [];
  const { transport, requests } = replay(reply({}));
  const fn = writeOperation({ params: { id: { ...anInteger, default: 1 } } });
  const refuse = (request: PolicyRequest) => {
    asked.push(request);
    throw new KosmoError({ code: 'policy_denied', message: 'no' });
  };
  const call = execute(fn, {}, { transport, credentials: {}, policy: refuse });
  await expect(call).rejects.toMatchObject({ code: 'policy_denied' });
  expect(asked).toMatchObject([{ account: 'default', args: { id: 1 }, operation: { name: 'get_thing' } }]);
  await expect(
    execute(fn, { id: 'x' }, { transport, credentials: {}, policy: refuse }),
  ).rejects.toMatchObject({
    code: 'invalid_argument',
  });
  expect([asked.length, requests.length]).toEqual([1, 0]);
});

test('errors say whose call it was', async () => {
  const error = await execute(operation(), {}, { name: 'scratch', credentials: {} }).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ integration: 'test-vendor', function: 'get_thing', account: 'scratch' });
});

test('a select that the reply does not suit is bad_response: it happened', async () => {
  const select = () => {
    throw new TypeError('length() takes a list');
  };
  const fn = operation({ select });
  await expect(execute(fn, {}, withTransport(replay(reply({})).transport))).rejects.toMatchObject({
    code: 'bad_response',
    outcome: 'done',
    message: 'unexpected reply: length() takes a list',
  });
});

test('a result nested too deep is bad_response', async () => {
  const { transport } = replay(reply('['.repeat(10_000) + ']'.repeat(10_000)));
  await expect(execute(operation(), {}, withTransport(transport))).rejects.toMatchObject({
    code: 'bad_response',
  });
});

test('a call gives its result, and with its response, and is sent once', async () => {
  const { transport, requests } = replay(reply({ a: 1 }, 200, { 'x-request-id': 'r-1' }));
  const call = execute(operation(), {}, withTransport(transport));
  expect(await call).toEqual({ a: 1 });
  expect(await call.withResponse()).toEqual({
    result: { a: 1 },
    response: { status: 200, headers: { 'x-request-id': 'r-1' }, request_id: 'r-1', attempts: 1 },
  });
  expect(requests).toHaveLength(1);
});

test('a failure is told where it is asked for, and nowhere else', async () => {
  const unhandled: unknown[] = [];
  const listener = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', listener);
  onTestFinished(() => void process.off('unhandledRejection', listener));
  const failing = () => execute(operation(), {}, withTransport(replay(reply({}, 404)).transport));
  await expect(failing().withResponse()).rejects.toMatchObject({ code: 'not_found' });
  await expect(failing()).rejects.toMatchObject({ code: 'not_found' });
  await new Promise((resolve) => setTimeout(resolve));
  expect(unhandled).toEqual([]);
});

test('a host reads integers of any size, and what reads them is the account', async () => {
  const text = '{"n":9007199254740993}';
  const { transport } = replay(reply(text), reply(text));
  expect(await execute(operation(), {}, { ...withTransport(transport), parseJson })).toEqual({
    n: 9007199254740993n,
  });
  expect(await execute(operation(), {}, withTransport(transport))).toEqual({ n: 9007199254740992 });
});

test('arguments and results have the types of the operation', async () => {
  const fn = operation<{ key: string }, { value: string | null }>({ params: { key: anything } });
  const { transport } = replay(reply({ value: 'x' }), reply({ value: null }));
  const result = await execute(fn, { key: 'k' }, withTransport(transport));
  expectTypeOf(result).toEqualTypeOf<{ value: string | null }>();
  // @ts-expect-error: the key is missing.
  await execute(fn, {}, withTransport(transport));
  const untyped: Operation = fn;
  expectTypeOf(execute(untyped, { any: 1 }, account).catch(() => 1)).resolves.toBeUnknown();
  expect(integration.name).toBe(fn.integration.name);
});
