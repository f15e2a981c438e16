import { expect, test } from 'vitest';
import { checkString, headerFields, headerValue } from '../../src/parts/index.js';
import { step, writeOperation } from '../../testing/operation.js';
import type { Operation, Step } from '../../src/index.js';
import { executedThenReset, reply } from '@kosmokrator/testing/servers/answers';
import { endingOf, keyedWrite } from './call.js';
import { describeEach } from './each-transport.js';

const post: Step = {
  ...step,
  method: 'POST',
  headers: (get) => headerFields({ 'idempotency-key': headerValue(get, 'key') }),
};

/** The key is the caller's. */
const withKey = (...steps: readonly Step[]): Operation =>
  writeOperation({ idempotency: 'keyed', key: 'key', params: { key: { checks: [checkString] } }, steps });
const once = withKey(post);
const twice = withKey({ ...post, name: 'first' }, { ...post, name: 'second' });

describeEach((name, serve) => {
  test.each([{}, { key: '' }, { key: ' ' }, { key: '\t' }])('%j: executed once', async (args) => {
    const { server, account } = await serve([executedThenReset]);
    const { error } = await endingOf(once, args, account);
    expect(error).toMatchObject({
      code: 'outcome_unknown',
      outcome: 'unknown',
      retryable: false,
      attempts: 1,
    });
    expect([server.executions, server.requests.length]).toEqual([1, 1]);
    console.log(`keyed, ${JSON.stringify(args)}, over ${name}: ${server.executions} execution`);
  });

  test('a status is no reason to repeat it either', async () => {
    const { server, account } = await serve([reply('', { status: '503 Down' })]);
    const { error } = await endingOf(once, { key: '' }, account);
    expect(error).toMatchObject({ code: 'api_error', outcome: 'unknown', retryable: false, attempts: 1 });
    expect(server.requests).toHaveLength(1);
  });

  test('with a key it is repeated', async () => {
    const { server, account } = await serve([executedThenReset, executedThenReset, reply('{}')]);
    expect(await endingOf(once, { key: 'k-1' }, account)).toMatchObject({ code: 'ok', attempts: 3 });
    expect(server.requests.map(({ headers }) => headers['idempotency-key'])).toEqual(['k-1', 'k-1', 'k-1']);
  });

  test('several requests with one key: none is repeated without it', async () => {
    const { server, account } = await serve([reply('{}'), executedThenReset]);
    const { error } = await endingOf(twice, { key: '' }, account);
    expect(error).toMatchObject({ code: 'outcome_unknown', attempts: 2 });
    expect(server.executions).toBe(2);
  });

  test('an idempotencyKey that is empty gives way to a generated one; a blank one counts for nothing', async () => {
    const { server, account } = await serve([executedThenReset, reply('{}')]);
    expect(await endingOf(keyedWrite, {}, account, { idempotencyKey: '' })).toMatchObject({
      code: 'ok',
      attempts: 2,
    });
    const [first, second] = server.requests.map(({ headers }) => headers['idempotency-key']);
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).toBe(first);
    const anyText: Operation = { ...keyedWrite, params: { id: { ...keyedWrite.params['id']!, checks: [] } } };
    const blank = await serve([executedThenReset]);
    const { error } = await endingOf(anyText, {}, blank.account, { idempotencyKey: ' ' });
    expect(error).toMatchObject({ code: 'outcome_unknown', attempts: 1 });
    expect(blank.server.executions).toBe(1);
  });

  test('a key that the call made is told, and the same arguments would be another call', async () => {
    const lost = [executedThenReset, executedThenReset, executedThenReset];
    const made = await serve(lost);
    const { error } = await endingOf(keyedWrite, {}, made.account);
    const key = made.server.requests[0]!.headers['idempotency-key'];
    expect(error).toMatchObject({ outcome: 'unknown', retryable: false, attempts: 3 });
    expect(error?.message).toContain(`id = "${key}"`);
    const given = await serve(lost);
    const repeat = await endingOf(keyedWrite, { id: key }, given.account);
    expect(repeat.error).toMatchObject({ outcome: 'unknown', retryable: true, attempts: 3 });
  });
});
