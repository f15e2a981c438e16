import { expect, test } from 'vitest';
import { integration, operation, step, withTransport } from '../../../testing/operation.js';
import { reply } from '@kosmokrator/testing/replay';
import { testClock } from '@kosmokrator/testing/test-clock';
import { type Account, type CallOptions, execute, type TransportReply, TransportError } from '../../index.js';

const stats = { ...step, name: 'stats', optional: true, path: () => '/stats' };
const fn = (...steps: (typeof step)[]) =>
  operation({
    steps,
    select: ({ steps: replies, status, body }) => ({ ...replies, status, body }),
    errors: { when: [({ body }) => (body as { error?: unknown } | null)?.error] },
  });
const both = fn({ ...step, name: 'thing' }, stats);

type Answer = TransportReply | Error | 'silence';

/** Answers `/stats` with the answer, and all else with a thing. */
function call(answer: Answer, operated = both, options: CallOptions = {}) {
  const sent: string[] = [];
  const transport: Account['transport'] = {
    async send({ url }) {
      sent.push(new URL(url).pathname);
      if (!url.endsWith('/stats')) return reply({ id: 1 });
      if (answer === 'silence') return new Promise<never>(() => {});
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  const clock = testClock();
  return { sent, pending: execute(operated, {}, { ...withTransport(transport), clock }, options) };
}

const noReply = { status: null, headers: {}, body: null };
const failures: Record<string, Answer> = {
  'an error status': reply({ error: 'broken' }, 500),
  'a limit': reply('', 429, { 'retry-after': '1' }),
  'a limit that lasts': reply('', 429, { 'retry-after': '86400' }),
  'a refusal': reply('', 403),
  'a method that is not allowed': reply('', 405),
  'no content': { status: 204, headers: {}, body: new Uint8Array() },
  'a redirect': reply('', 302, { location: 'https://login.vendor.example' }),
  'an error under status 200': reply({ error: 'broken' }),
  'a page of HTML': reply('<html>', 200, { 'content-type': 'text/html' }),
  'bytes that are no text': { status: 200, headers: {}, body: new Uint8Array([0xff]) },
  'a body that was cut': { ...reply({}), truncated: true },
  'a lost connection': new Error('socket hang up'),
  'a host that cannot be found': new TransportError('no such host', { notSent: true, permanent: true }),
};

test.each(Object.entries(failures))('the call goes on after %s', async (_, answer) => {
  const { pending } = call(answer);
  expect(await pending).toEqual({
    thing: { status: 200, headers: {}, body: { id: 1 } },
    stats: noReply,
    status: null,
    body: null,
  });
  // The last reply that was of use.
  expect((await pending.withResponse()).response.status).toBe(200);
});

test('a step after one that has failed is sent, and has the last word', async () => {
  const { pending, sent } = call(reply('', 404), fn({ ...step, name: 'a' }, stats, { ...step, name: 'b' }));
  expect(await pending).toMatchObject({ stats: noReply, b: { status: 200 }, status: 200, body: { id: 1 } });
  expect(sent).toEqual(['/v1/things', '/v1/stats', '/v1/things']);
});

test('a deadline that passes meanwhile is its failure, unless more is to be asked', async () => {
  const options = { timeoutMs: 20 };
  expect(await call('silence', both, options).pending).toMatchObject({
    thing: { status: 200 },
    stats: noReply,
  });
  const last = { ...step, name: 'b' };
  const error = { code: 'timeout', attempts: 2 };
  await expect(
    call('silence', fn({ ...step, name: 'a' }, stats, last), options).pending,
  ).rejects.toMatchObject(error);
  await expect(call('silence', fn(stats, last), options).pending).rejects.toMatchObject({ code: 'timeout' });
});

test('a call that is cancelled fails', async () => {
  const controller = new AbortController();
  const { pending, sent } = call('silence', both, { signal: controller.signal });
  await expect.poll(() => sent.length).toBe(2);
  controller.abort();
  await expect(pending).rejects.toMatchObject({ code: 'cancelled' });
});

test('missing credentials are an error, as in any step', async () => {
  const api = {
    ...integration.apis['api']!,
    auth: () => {
      throw Object.assign(new Error('no key'), { name: 'KosmoError', code: 'missing_credentials' });
    },
  };
  const { pending } = call(reply({}), fn({ ...step, name: 'thing' }, { ...stats, api } as typeof step));
  await expect(pending).rejects.toMatchObject({ code: 'missing_credentials' });
});

test('one that is answered reads as any other', async () => {
  const { pending } = call(reply({ keys: 3 }));
  expect(await pending).toMatchObject({ stats: { status: 200, body: { keys: 3 } }, body: { keys: 3 } });
});
