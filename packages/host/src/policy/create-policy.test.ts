import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { account, anInteger, operation, writeOperation } from '@kosmokrator/testing/operation';
import { replay, reply } from '@kosmokrator/testing/replay';
import { type Account, execute, type Policy, type PolicyRequest } from '@kosmokrator/runtime';
import { createApprovals } from './approvals.js';
import { createPolicy, type PolicyOptions } from './create-policy.js';
import type { PolicyDocument } from './document/policy-document.js';

const write = writeOperation({ name: 'set_thing', params: { id: anInteger } });
const denyAll: PolicyDocument = {
  rules: [
    { effect: 'allow', function: 'set_thing', account: 'default' },
    { effect: 'deny', integration: 'test-vendor', reason: 'the service is being moved' },
  ],
};
const askAll: PolicyDocument = { rules: [{ effect: 'ask', account: 'default' }] };

/** A listener that counts connections and hangs up on every request. */
async function countConnections(): Promise<{ account: Account; connections(): number }> {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.once('data', () => socket.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    account: { ...account, baseUrls: { api }, allowLoopbackHttp: true, maxRetries: 0 },
    connections: () => connections,
  };
}

test('a call that is denied or not approved opens no connection', async () => {
  const { account: local, connections } = await countConnections();
  const refusing: [PolicyOptions, string][] = [
    [{ document: denyAll }, 'policy_denied'],
    [{ document: denyAll, yes: true, ask: async () => true }, 'policy_denied'],
    [{}, 'approval_required'],
    [{ approvals: createApprovals() }, 'approval_required'],
    [{ ask: async () => false }, 'policy_denied'],
  ];
  for (const [options, code] of refusing) {
    const call = execute(write, { id: 1 }, { ...local, policy: createPolicy(options) });
    await expect(call).rejects.toMatchObject({ code, outcome: 'not_sent', attempts: 0, retryable: false });
  }
  expect(connections()).toBe(0);
  const allowed = execute(write, { id: 1 }, { ...local, policy: createPolicy({ yes: true }) });
  await expect(allowed).rejects.toMatchObject({ code: 'outcome_unknown' });
  expect(connections()).toBe(1);
});

const failure = (options: PolicyOptions, call = write, name = 'default') =>
  execute(call, { id: 1 }, { ...account, name, policy: createPolicy(options) }).catch(
    (error: Error) => error.message,
  );

test('a denial names the rule and its place', async () => {
  expect(await failure({ document: denyAll, source: '/home/ada/policy.json' })).toBe(
    'test_vendor_set_thing is denied by rules[1] in /home/ada/policy.json: ' +
      '{"effect":"deny","integration":"test-vendor","reason":"the service is being moved"}',
  );
  expect(await failure({ document: { defaults: { write: 'deny' } } })).toBe(
    'test_vendor_set_thing is denied by defaults.write in the policy',
  );
});

test('a call that needs approval says how to allow exactly it, and that works', async () => {
  const source = '/home/ada/policy.json';
  const message = await failure({ source, otherWay: 'run with --yes' });
  expect(message).toBe(
    'test_vendor_set_thing needs approval because of defaults.write in /home/ada/policy.json; there is nobody to ask here. ' +
      'To allow it, add {"effect":"allow","integration":"test-vendor","function":"set_thing","account":"default"} ' +
      'to "rules" in /home/ada/policy.json, or run with --yes',
  );
  const rule = JSON.parse(/\{.*\}/.exec(message as string)![0]) as never;
  const { transport, requests } = replay(reply({}));
  const policy = createPolicy({ document: { rules: [rule] } });
  await execute(write, {}, { ...account, transport, policy });
  expect(requests).toHaveLength(1);
});

test('where there is no policy file, the message shows the whole file to create', async () => {
  const source = '/home/ada/policy.json';
  const message = (await failure({ source, missing: true, otherWay: 'run with --yes' })) as string;
  expect(message).toBe(
    'test_vendor_set_thing needs approval, as every write does by default (/home/ada/policy.json does not exist); ' +
      'there is nobody to ask here. To allow it, create /home/ada/policy.json with ' +
      '{"rules":[{"effect":"allow","integration":"test-vendor","function":"set_thing","account":"default"}]}, or run with --yes',
  );
  const document = JSON.parse(/\{.*\}/.exec(message)![0]) as PolicyDocument;
  const { transport } = replay(reply({}));
  expect(await execute(write, {}, { ...account, transport, policy: createPolicy({ document }) })).toEqual({});
});

test('where a rule asks, the rule has to change, since an allow would not outweigh it', async () => {
  const document: PolicyDocument = {
    rules: [...askAll.rules!, { effect: 'ask', function: 'set_thing', reason: 'careful' }],
  };
  expect(await failure({ document, source: 'p.json' })).toContain(
    'needs approval because of rules[0] and rules[1] in p.json; there is nobody to ask here. ' +
      'To allow it, set the effect of rules[0] and rules[1] in p.json to "allow"',
  );
  expect(await failure({ document: { rules: [document.rules![1]!] }, source: 'p.json' })).toContain(
    'p.json (careful);',
  );
});

test('the decision sees arguments that are valid, with their defaults', async () => {
  const seen: PolicyRequest[] = [];
  const policy: Policy = (request) => void seen.push(request);
  const { transport } = replay(reply({}));
  const call = operation({ params: { n: { ...anInteger, default: 5 } } });
  await execute(call, {}, { ...account, transport, policy });
  await expect(execute(call, { n: 'x' }, { ...account, policy })).rejects.toMatchObject({
    code: 'invalid_argument',
  });
  expect(seen.map(({ args }) => args)).toEqual([{ n: 5 }]);
});

test('a person is asked about this call, and a yes is for this call only', async () => {
  const { transport, requests } = replay(reply({}), reply({}));
  const texts: string[] = [];
  const policy = createPolicy({
    ask: async ({ text }) => {
      texts.push(text);
      return texts.length === 1;
    },
  });
  const as = { ...account, transport, policy };
  await execute(write, { id: 1 }, as);
  await expect(execute(write, { id: 1 }, as)).rejects.toMatchObject({
    code: 'policy_denied',
    message: 'test_vendor_set_thing needs approval, which was not given',
  });
  expect(texts[0]).toBe('test_vendor_set_thing wants to write, with account "default".\n  {"id":1}');
  expect([texts.length, requests.length]).toEqual([2, 1]);
});

test('the time that a person takes is not the call’s', async () => {
  const { transport } = replay(reply({ a: 1 }));
  const policy = createPolicy({ ask: () => new Promise((yes) => setTimeout(yes, 60, true)) });
  expect(await execute(write, {}, { ...account, transport, policy, timeoutMs: 30 })).toEqual({ a: 1 });
});

test('a question that nobody answers ends, and a late yes is none', async () => {
  let answer: (yes: boolean) => void = () => {};
  const clock = { now: () => 0, sleep: async () => {} };
  const ask = () => new Promise<boolean>((yes) => (answer = yes));
  expect(await failure({ ask, clock })).toContain('nobody answered within 120 s');
  answer(true);
});

test('an approval that expired while the person was asked is none', async () => {
  let time = 0;
  const clock = { now: () => time, sleep: () => new Promise<void>(() => {}) };
  const ask = async () => (time = 120_000) > 0;
  expect(await failure({ ask, clock })).toContain('nobody answered within 120 s');
});

test('the caller can leave while a person is asked', async () => {
  const controller = new AbortController();
  let ended: AbortSignal | undefined;
  const ask = ({ signal }: { signal: AbortSignal }) => {
    ended = signal;
    controller.abort();
    return new Promise<boolean>(() => {});
  };
  const policy = createPolicy({ ask });
  const call = execute(write, {}, { ...account, policy }, { signal: controller.signal });
  await expect(call).rejects.toMatchObject({ code: 'cancelled', outcome: 'not_sent' });
  expect(ended!.aborted).toBe(true);
});

test('out of band: the call leaves a question, and after the grant the same call goes through once', async () => {
  const approvals = createApprovals();
  const { transport, requests } = replay(reply({}));
  const as = { ...account, transport, policy: createPolicy({ approvals }) };
  const call = (id: number) =>
    execute(write, { id }, as).then(
      () => 'done',
      (error: Error) => error.message,
    );
  expect(await call(1)).toContain('it has not been approved; a person can approve it by its id,');
  expect(await call(1)).toContain('it is waiting for approval');
  const [open, ...more] = approvals.pending();
  expect(more).toEqual([]);
  approvals.grant(open!.id);
  expect(await call(2)).toContain('it was approved with other arguments');
  expect(await call(1)).toBe('done');
  expect(await call(1)).toContain('its approval was used');
  expect(requests).toHaveLength(1);
});

test('a document that is no policy is refused before any call', () => {
  expect(() => createPolicy({ document: { rules: [{ effect: 'deny' }] } })).toThrow(
    'must name at least one of',
  );
});
