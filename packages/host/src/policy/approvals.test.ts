import { expect, test } from 'vitest';
import type { PolicyRequest } from '@kosmokrator/runtime';
import { uuid4 } from '@kosmokrator/runtime/parts';
import { aString, anything, operation, writeOperation } from '@kosmokrator/testing/operation';
import { createApprovals } from './approvals.js';
import { callHash } from './call-hash.js';

const call = (changes: Partial<PolicyRequest> = {}): PolicyRequest => ({
  operation: writeOperation({ name: 'set_thing' }),
  account: 'default',
  args: { id: 1, tags: { a: 1, b: [2, 3] } },
  ...changes,
});

function open() {
  let time = 0;
  return { approvals: createApprovals({ clock: { now: () => time } }), pass: (ms: number) => (time += ms) };
}

test('an approval holds for exactly the call that was asked about, once', () => {
  const { approvals } = open();
  approvals.grant(approvals.request(call()));
  expect(approvals.use(call({ args: { tags: { b: [2, 3], a: 1 }, id: 1 } }))).toEqual({ ok: true });
  expect(approvals.use(call())).toEqual({
    ok: false,
    why: 'its approval was used, and an approval allows only one call',
  });
});

test.each<[string, Partial<PolicyRequest>, string]>([
  ['other arguments', { args: { id: 2 } }, 'it was approved with other arguments'],
  ['one argument more', { args: { ...call().args, x: null } }, 'it was approved with other arguments'],
  [
    'a list in another order',
    { args: { id: 1, tags: { a: 1, b: [3, 2] } } },
    'it was approved with other arguments',
  ],
  ['text for a number', { args: { ...call().args, id: '1' } }, 'it was approved with other arguments'],
  ['another account', { account: 'work' }, 'it was approved for another account'],
  ['another function', { operation: writeOperation({ name: 'drop_thing' }) }, 'it has not been approved'],
  ['an integration', { operation: operation({ name: 'get_thing' }) }, 'it has not been approved'],
])('it does not hold for %s', (_, changes, why) => {
  const { approvals } = open();
  approvals.grant(approvals.request(call()));
  expect(approvals.use(call(changes))).toEqual({ ok: false, why: expect.stringContaining(why) });
  expect(approvals.use(call())).toEqual({ ok: true });
});

test('it expires: as a question, and as an approval that is not used', () => {
  const { approvals, pass } = open();
  const late = approvals.request(call());
  pass(120_000);
  expect(() => approvals.grant(late)).toThrow('expired after 120 s');
  expect(approvals.pending()).toEqual([]);
  approvals.grant(approvals.request(call()));
  pass(119_999);
  expect(approvals.use(call())).toEqual({ ok: true });
  approvals.grant(approvals.request(call()));
  pass(120_000);
  expect(approvals.use(call())).toEqual({ ok: false, why: 'its approval expired after 120 s' });
});

test('it can be granted by hash, once for each question', () => {
  const { approvals } = open();
  const hash = callHash(call());
  expect(() => approvals.grant(hash)).toThrow('no open question has this id or hash');
  approvals.request(call());
  approvals.grant(hash);
  expect(() => approvals.grant(hash)).toThrow('no open question has this id or hash');
  expect([approvals.use(call()).ok, approvals.use(call()).ok]).toEqual([true, false]);
});

test('a question is granted once, and not after a no', () => {
  const { approvals } = open();
  const id = approvals.request(call());
  approvals.grant(id);
  expect(() => approvals.grant(id)).toThrow('it was granted');
  approvals.use(call());
  expect(() => approvals.grant(id)).toThrow('it was used');
  const refused = approvals.request(call());
  approvals.refuse(refused);
  expect(() => approvals.grant(refused)).toThrow('it was refused');
  expect(approvals.use(call())).toEqual({ ok: false, why: 'approval was refused' });
});

test('an approval of another store is not one of this', () => {
  const id = open().approvals.request(call());
  expect(() => open().approvals.grant(id)).toThrow('no open question has this id or hash');
});

test('open questions say what they are about', () => {
  const { approvals, pass } = open();
  const id = approvals.request(call());
  pass(20_000);
  expect(approvals.pending()).toEqual([
    {
      id,
      hash: callHash(call()),
      function: 'test_vendor_set_thing',
      account: 'default',
      text: 'test_vendor_set_thing wants to write, with account "default".\n  {"id":1,"tags":{"a":1,"b":[2,3]}}',
      expires_in_ms: 100_000,
    },
  ]);
  expect(approvals.use(call())).toEqual({ ok: false, why: 'it is waiting for approval' });
});

test('a flood of questions takes no approval away', () => {
  const { approvals } = open();
  approvals.grant(approvals.request(call()));
  for (let id = 0; id < 3000; id++) approvals.request(call({ args: { id } }));
  expect(approvals.pending().length).toBeLessThanOrEqual(1000);
  expect(approvals.use(call())).toEqual({ ok: true });
});

test('a value that the runtime makes anew does not change the call; one that is given does', () => {
  const keyed = writeOperation({
    params: { id: { ...aString, generate: uuid4 }, n: anything },
  });
  const made = (id: string, given: unknown) =>
    callHash(call({ operation: keyed, args: { id, n: 1 }, given }));
  expect(made('a', { n: 1 })).toBe(made('b', { n: 1 }));
  expect(made('a', { n: 1, id: null })).toBe(made('b', undefined));
  expect(made('a', { n: 1, id: 'a' })).not.toBe(made('b', { n: 1, id: 'b' }));
});
