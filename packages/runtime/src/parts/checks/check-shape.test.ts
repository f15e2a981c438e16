import { expect, test } from 'vitest';
import { operation, step, withTransport, writeOperation } from '../../../testing/operation.js';
import { replay, reply } from '@kosmokrator/testing/replay';
import { execute, type KosmoError, type Operation, parseJson } from '../../index.js';
import { get } from '../../select/index.js';
import { checkShape, connecting, runRequest, type ShapeRule } from '../index.js';

const json = { 'content-type': 'application/json' };

/** What a call comes to whose only reply has this body: its result, or the message of its error. */
async function outcome(fn: Operation, text: string): Promise<unknown> {
  return execute(fn, {}, { ...withTransport(replay(reply(text, 200, json)).transport), parseJson }).catch(
    (error: KosmoError) => `${error.code}: ${error.message}`,
  );
}

const refused = (rule: string, shown = '') =>
  `bad_response: unexpected reply: ${rule}${shown && `: 200 application/json ${shown}`}`;

const value = (scope: object) => ({ value: get(scope, 'body', 'result') });
const reads = (...rules: ShapeRule[]) => operation({ select: checkShape(value, ...rules) });
const getKey = reads(['an object', 'body'], ['a string or null', 'body', 'result']);

test.each([
  ['', 'body must be an object', ''],
  ['null', 'body must be an object', ''],
  ['[]', 'body must be an object', ''],
  ['"OK"', 'body must be an object', 'OK'],
  ['{}', 'body.result must be a string or null', ''],
  ['{"status":"ok"}', 'body.result must be a string or null', '{"status":"ok"}'],
  ['{"result":5}', 'body.result must be a string or null', '{"result":5}'],
  ['{"result":{"a":[1,null]}}', 'body.result must be a string or null', '{"result":{"a":[1,null]}}'],
  ['{"__proto__":{"result":"x"}}', 'body.result must be a string or null', '{"__proto__":{"result":"x"}}'],
])('%j is no answer', async (text, rule, shown) => {
  expect(await outcome(getKey, text)).toBe(refused(rule, shown));
});

test('a value, an empty one and null are answers', async () => {
  expect(await outcome(getKey, '{"result":"x"}')).toEqual({ value: 'x' });
  expect(await outcome(getKey, '{"result":""}')).toEqual({ value: '' });
  expect(await outcome(getKey, '{"result":null,"more":1}')).toEqual({ value: null });
});

test('numbers are numbers, however long', async () => {
  const count = reads(['a whole number', 'body', 'result']);
  expect(await outcome(count, '{"result":9007199254740993}')).toEqual({ value: 9007199254740993n });
  expect(await outcome(count, '{"result":1}')).toEqual({ value: 1 });
  expect(await outcome(count, '{"result":null}')).toBe(
    refused('body.result must be a whole number', '{"result":null}'),
  );
});

test('a null on the way is what is found; what is missing on the way is missing', async () => {
  const deep = operation({
    select: checkShape(
      (scope) => get(scope, 'body', 'owner', 'name'),
      ['an object', 'body'],
      ['a string or null', 'body', 'owner', 'name'],
    ),
  });
  expect(await outcome(deep, '{"owner":null}')).toBeNull();
  expect(await outcome(deep, '{"owner":{"name":"Ada"}}')).toBe('Ada');
  expect(await outcome(deep, '{"own":1}')).toBe(
    refused('body.owner.name must be a string or null', '{"own":1}'),
  );
});

test('the result is held to rules like a reply', async () => {
  const made = operation({
    select: checkShape((scope) => get(scope, 'body'), ['a string', 'result', 'name']),
  });
  expect(await outcome(made, '{"name":"a","more":[1]}')).toEqual({ name: 'a', more: [1] });
  expect(await outcome(made, '{"data":[],"type":"list"}')).toBe(
    refused('result.name must be a string', '{"data":[],"type":"list"}'),
  );
});

test('what is shown of the reply has no secret, no key that is hidden, and an end', async () => {
  const shown = async (body: unknown) => String(await outcome(getKey, JSON.stringify(body)));
  expect(await shown({ token: 'canary-token', password: { a: 1 }, b: 2 })).toContain(
    '{"token":"[redacted]","password":"[redacted]","b":2}',
  );
  const long = await shown({ list: Array.from({ length: 10_000 }, () => 'abc') });
  expect(long).toMatch(/"abc","abc",?"?a?b?c?…$/);
  expect(long.length).toBeLessThan(400);
  // No recursion: a reply nested deeper than the stack is an answer like any other.
  const deep = `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`;
  expect(await outcome(getKey, deep)).toMatch(/^bad_response: .*\{"a":\[{200,}…$/);
  expect(await shown({ cut: `${'x'.repeat(250)}canary-token` })).not.toContain('cana');
});

test('a write may have happened or not, and is not repeated', async () => {
  const select = checkShape(value, ['a whole number', 'body', 'result']);
  const { transport, requests } = replay(reply('{"status":"ok"}'), reply('<html>'));
  for (const idempotency of ['none', 'idempotent'] as const) {
    const error = execute(writeOperation({ idempotency, select }), {}, withTransport(transport));
    await expect(error).rejects.toMatchObject({
      code: 'bad_response',
      status: 200,
      outcome: 'unknown',
      retryable: false,
      message: expect.stringMatching(
        idempotency === 'none'
          ? /; the write may have happened; check before you repeat it$/
          : /; the write may have happened$/,
      ),
    });
  }
  expect(requests).toHaveLength(2);
});

test('of a read, and of a write that has only read so far, nothing has happened', async () => {
  const read = execute(getKey, {}, withTransport(replay(reply('{}')).transport));
  await expect(read).rejects.toMatchObject({ outcome: 'done', retryable: false });
  const when = checkShape(value, ['a whole number', 'body', 'result']);
  const second = { ...step, name: 'second', method: 'POST', when } as const;
  const fn = writeOperation({ steps: [{ ...step, name: 'first' }, second] });
  const { transport, requests } = replay(reply('{}'));
  const error = execute(fn, {}, withTransport(transport)).catch((thrown: KosmoError) => thrown);
  expect(await error).toMatchObject({ code: 'bad_response', outcome: 'done' });
  expect(((await error) as KosmoError).message).not.toContain('may have happened');
  expect(requests).toHaveLength(1);
});

test('what makes an account keeps none of a reply that lacks the rest, and shows nothing of it', async () => {
  const saved: unknown[] = [];
  const select = checkShape(value, ['a string', 'body', 'result']);
  const connects = {
    param: 'account',
    renew: 'x',
    credentials: {
      other: { token: { value: (scope: object) => get(scope, 'body', 'token'), secret: true } },
    },
  };
  const params = { account: { checks: [], default: 'made' } };
  const fn = writeOperation({ params, select, run: connecting(runRequest, connects) });
  const { transport } = replay(reply({ token: 'fresh-secret' }));
  const call = execute(fn, {}, { ...withTransport(transport), connect: (made) => void saved.push(made) });
  const error = (await call.catch((thrown: unknown) => thrown)) as KosmoError;
  expect(error).toMatchObject({ code: 'bad_response', outcome: 'unknown' });
  expect(error.message).not.toContain('fresh');
  expect(saved).toEqual([]);
});
