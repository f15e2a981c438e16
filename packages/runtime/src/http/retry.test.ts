import { expect, test } from 'vitest';
import { aString, operation, step, withTransport, writeOperation } from '../../testing/operation.js';
import { reply } from '@kosmokrator/testing/replay';
import { testClock } from '@kosmokrator/testing/test-clock';
import {
  type Account,
  type CallOptions,
  execute,
  type Idempotency,
  type KosmoError,
  type Operation,
  RetryBudget,
  type Step,
  TransportError,
  type TransportReply,
  type TransportRequest,
} from '../index.js';
import { headerFields, headerValue, uuid4 } from '../parts/index.js';

type Answer = TransportReply | Error;

const refused = new TransportError('ECONNREFUSED', { notSent: true });
const reset = new TransportError('ECONNRESET', { notSent: false });
const status = (code: number, headers = {}) => reply({}, code, headers);
const ofClass = (idempotency: Idempotency) =>
  idempotency === 'safe' ? operation() : writeOperation({ idempotency });

/** An account whose service gives the answers in turn, the last one for ever. */
function serviceOf(...answers: readonly Answer[]) {
  const requests: TransportRequest[] = [];
  const transport = {
    async send(request: TransportRequest) {
      requests.push(request);
      const answer = answers[Math.min(requests.length, answers.length) - 1]!;
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  const clock = testClock();
  const budget = { clock, retryBudget: new RetryBudget() };
  return { requests, clock, as: { ...withTransport(transport), ...budget } satisfies Account };
}

async function failure(fn: Operation, as: Account, options?: CallOptions): Promise<KosmoError> {
  return execute(fn, {}, as, options).then(
    () => expect.fail('the call succeeded'),
    (error: unknown) => error as KosmoError,
  );
}

/** How often a request is sent when this is every answer. */
async function attempts(idempotency: Idempotency, answer: Answer, options?: CallOptions): Promise<number> {
  const { as, requests } = serviceOf(answer);
  const error = await failure(ofClass(idempotency), as, options);
  expect(error.attempts).toBe(requests.length);
  return requests.length;
}

const classes = ['safe', 'idempotent', 'keyed', 'none'] as const;

test.each<[string, Answer, readonly number[]]>([
  ['refused connection', refused, [3, 3, 3, 3]],
  ['bad certificate', new TransportError('CERT', { notSent: true, permanent: true }), [1, 1, 1, 1]],
  ['lost connection', reset, [3, 3, 3, 1]],
  ['anything thrown', new Error('?'), [3, 3, 3, 1]],
  ['hopeless reply', new TransportError('zip', { notSent: false, permanent: true }), [1, 1, 1, 1]],
  ['408', status(408), [3, 3, 3, 1]],
  ['409', status(409), [1, 1, 3, 1]],
  ['425', status(425), [3, 1, 1, 1]],
  ['429', status(429), [3, 3, 3, 1]],
  ['429 with Retry-After', status(429, { 'retry-after': '1' }), [3, 3, 3, 3]],
  ['429 with an unreadable Retry-After', status(429, { 'retry-after': 'soon' }), [3, 3, 3, 1]],
  ['500', status(500), [3, 3, 3, 1]],
  ['501', status(501), [1, 1, 1, 1]],
  ['502', status(502), [3, 3, 3, 1]],
  ['503 with Retry-After', status(503, { 'retry-after': '1' }), [3, 3, 3, 1]],
  ['504', status(504), [3, 3, 3, 1]],
  ['505', status(505), [1, 1, 1, 1]],
  ['400', status(400), [1, 1, 1, 1]],
  ['307', status(307), [1, 1, 1, 1]],
  ['not JSON', reply('<html>'), [1, 1, 1, 1]],
])('attempts at a %s, of each class', async (_, answer, expected) => {
  const sent = await Promise.all(classes.map((idempotency) => attempts(idempotency, answer)));
  expect(sent).toEqual(expected);
});

test.each([
  [undefined, 3],
  [0, 1],
  [1, 2],
  [9, 3],
  [-1, 1],
  [Number.NaN, 1],
])('maxRetries %s', async (maxRetries, expected) => {
  expect(await attempts('safe', reset, maxRetries === undefined ? {} : { maxRetries })).toBe(expected);
});

test('maxRetries of an account, which a call overrides', async () => {
  const { as, requests } = serviceOf(reset);
  await failure(operation(), { ...as, maxRetries: 0 });
  expect(requests).toHaveLength(1);
  await failure(operation(), { ...as, maxRetries: 0 }, { maxRetries: 1 });
  expect(requests).toHaveLength(3);
});

test('waits are random up to a bound that doubles, higher when throttled', async () => {
  const plain = serviceOf(status(503), reset, reply({}));
  expect((await execute(operation(), {}, plain.as).withResponse()).response.attempts).toBe(3);
  expect(plain.clock.waits).toEqual([100, 200]);
  const throttled = serviceOf(status(429));
  await failure(operation(), throttled.as);
  expect(throttled.clock.waits).toEqual([500, 1000]);
});

test('waits are no shorter than the service asks', async () => {
  const { as, clock } = serviceOf(status(503, { 'retry-after': '0.15' }));
  await failure(operation(), as);
  expect(clock.waits).toEqual([150, 200]);
});

test.each([
  ['over 60 s', '61', {}],
  ['past the deadline', '31', {}],
  ["past a call's own deadline", '2', { timeoutMs: 2000 }],
])('fails at once when the service asks for a wait %s', async (_, header, options) => {
  const { as, clock } = serviceOf(status(429, { 'retry-after': header }));
  const error = await failure(operation(), { ...as, timeoutMs: header === '61' ? 100_000 : 30_000 }, options);
  expect(error).toMatchObject({ code: 'rate_limited', attempts: 1, retry_after_ms: Number(header) * 1000 });
  expect(clock.waits).toEqual([]);
});

test('waits count against the one deadline', async () => {
  const { as, clock } = serviceOf(status(503, { 'retry-after': '20' }));
  expect(await failure(operation(), as)).toMatchObject({ attempts: 2, retry_after_ms: 20_000 });
  expect(clock.waits).toEqual([20_000]);
});

test('every attempt carries the same request, generated key included', async () => {
  const key = { id: { ...aString, generate: uuid4 } };
  const { as, requests } = serviceOf(reset, status(503), status(409));
  const fn = operation(
    { kind: 'write', idempotency: 'keyed', params: key },
    {
      method: 'POST',
      headers: (get) => headerFields({ 'idempotency-key': headerValue(get, 'id') }),
      body: (get) => JSON.stringify({ id: get('id') }),
    },
  );
  await failure(fn, as);
  await failure(fn, as, { idempotencyKey: '7e57ed00-0000-4000-8000-000000000000' });
  const [first, second] = [requests.slice(0, 3), requests.slice(3)];
  for (const sent of [first, second]) {
    const keys = sent.flatMap(({ headers, body }) => [headers['idempotency-key'], JSON.parse(body!).id]);
    expect(keys).toHaveLength(6);
    expect(new Set(keys).size).toBe(1);
  }
  expect(first[0]!.headers['idempotency-key']).toMatch(/^[\da-f]{8}-[\da-f]{4}-4/);
  expect(second[0]!.headers['idempotency-key']).toBe('7e57ed00-0000-4000-8000-000000000000');
});

test('a write that may have happened on an earlier attempt stays unknown', async () => {
  for (const last of [refused, status(409), status(400)]) {
    const { as } = serviceOf(reset, last);
    expect(await failure(ofClass('keyed'), as)).toMatchObject({ outcome: 'unknown' });
  }
  const { as } = serviceOf(refused, status(400));
  expect(await failure(ofClass('none'), as)).toMatchObject({ outcome: 'refused', attempts: 2 });
});

test('steps are retried one by one; what went before is not repeated', async () => {
  const { as, requests } = serviceOf(reply({}), refused, refused, reply({}), refused);
  const post = { ...step, method: 'POST' } as const;
  const named = (name: string): Step => ({ ...post, name, path: () => `/${name}` });
  const steps = ['one', 'two', 'three'].map(named);
  const fn = writeOperation({ steps });
  const paths = () => requests.map(({ url }) => url.slice(url.lastIndexOf('/') + 1));
  expect(await failure(fn, as)).toMatchObject({ outcome: 'unknown', retryable: false, attempts: 7 });
  expect(paths()).toEqual(['one', 'two', 'two', 'two', 'three', 'three', 'three']);
});

test('an abort ends the wait: nothing is sent after it', async () => {
  const expected = { safe: 'unknown', idempotent: 'unknown', keyed: 'unknown', none: 'refused' } as const;
  for (const idempotency of classes) {
    const answer = idempotency === 'none' ? status(429, { 'retry-after': '1' }) : status(503);
    const { as, requests } = serviceOf(answer);
    const controller = new AbortController();
    const clock = { ...as.clock, sleep: async () => controller.abort() };
    const error = await failure(ofClass(idempotency), { ...as, clock }, { signal: controller.signal });
    expect(error).toMatchObject({
      code: 'cancelled',
      attempts: 1,
      outcome: expected[idempotency],
      retryable: false,
    });
    expect(requests).toHaveLength(1);
  }
});

test('the deadline ends the wait too, when timers are late', async () => {
  const { as } = serviceOf(status(503));
  const sleep = () => new Promise<void>((resolve) => void setTimeout(resolve, 20));
  const late = { ...as, clock: { ...as.clock, random: () => 0, sleep } };
  expect(await failure(operation(), late, { timeoutMs: 5 })).toMatchObject({ code: 'timeout', attempts: 1 });
});

test('the time of day plays no part', async () => {
  const { as } = serviceOf(status(503), reply({ a: 1 }));
  const { clock: _, ...real } = as;
  const day = Date.now;
  let calls = 0;
  try {
    Date.now = () => day() + (calls++ % 2 === 0 ? 1 : -1) * 3_600_000;
    expect(await execute(operation(), {}, real, { timeoutMs: 5000 })).toEqual({ a: 1 });
  } finally {
    Date.now = day;
  }
});
