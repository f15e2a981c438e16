/** Replies that a service would never give, through the generated packages: no call takes one for an answer. */
import { execute, type KosmoError, parseJson } from '@kosmokrator/runtime';
import { loadCatalog } from '@kosmokrator/host';
import { expect, test } from 'vitest';
import { replay, reply } from '@kosmokrator/testing/replay';

const catalog = loadCatalog();
const credentials = {
  redis_url: 'https://tidy-mole-30121.upstash.io',
  redis_token: 'made-up-token',
  email: 'agent@example.com',
  api_key: 'made-up-key',
  service_token: 'made-up-token',
  service_token_id: 'made-up-id',
};

/** What a call comes to whose requests get these bodies: its result, or its code and the beginning of its message. */
async function outcome(name: string, args: object, ...bodies: readonly unknown[]): Promise<unknown> {
  const [integration, fn] = name.split('.') as [string, string];
  const operation = await catalog.operation(integration, fn);
  const { transport } = replay(
    ...bodies.map((body) => reply(JSON.stringify(body), 200, { 'content-type': 'application/json' })),
  );
  return execute(operation, args, { credentials, transport, parseJson }).catch(
    ({ code, message }: KosmoError) => `${code}: ${message}`.split(/: 200 |; the write/)[0],
  );
}

const bad = (fault: string) => `bad_response: unexpected reply: ${fault}`;
const team = { team_id: 't1', team_name: 'Research' };
const member = { member_email: 'ada@example.com', member_role: 'owner' };
const branches = { organization: 'o', database: 'd' };

test.each<[string, object, readonly unknown[], string]>([
  ['upstash.list_databases', {}, [[{}]], 'body[0].database_id is missing'],
  ['upstash.list_databases', {}, [[null]], 'body[0] must be an object'],
  ['upstash.list_databases', {}, [[{ database_id: 'a' }]], 'body[0].database_name is missing'],
  ['upstash.list_databases', {}, [[{ database_id: 1 }]], 'body[0].database_id must be a string'],
  ['upstash.list_keys', {}, [{ result: ['0', ['a', 5]] }], ''],
  ['upstash.get_current_user', {}, [[null]], 'result.teams[0] must be an object'],
  ['upstash.get_current_user', {}, [[{}]], ''],
  ['upstash.get_current_user', {}, [[team], {}], 'steps.members.body must be an array'],
  ['upstash.get_current_user', {}, [[team], null], 'steps.members.body must be an array'],
  ['upstash.get_current_user', {}, [[team], [null]], 'steps.members.body[0] must be an object'],
  ['upstash.get_current_user', {}, [[team], [{}]], 'steps.members.body[0].member_email is missing'],
  ['upstash.set_key', { key: 'a', value: 'b' }, [{ result: 'QUEUED' }], 'body.result must be "OK"'],
  ['upstash.set_key', { key: 'a', value: 'b' }, [{ result: '' }], 'body.result must be "OK"'],
  ['upstash.delete_key', { key: 'a' }, [{ result: 1.5 }], 'body.result must be a whole number'],
  ['planetscale.list_branches', branches, [{ data: [null] }], 'body.data[0] must be an object'],
  [
    'planetscale.list_branches',
    branches,
    [{ data: [{ production: true }] }],
    'result.data[0].name is missing',
  ],
  ['planetscale.list_branches', branches, [{ data: { a: 1 } }], ''],
  ['planetscale.list_organizations', {}, [{ data: [{}] }], 'body.data[0].name is missing'],
  ['planetscale.list_databases', { organization: 'o' }, [{ data: [{}] }], 'result.data[0].name is missing'],
  ['upstash-redis-start.recall', { key: 'a' }, [{ result: [null, null] }], 'body.result[0] must be'],
  ['upstash-redis-start.recall', { key: 'a' }, [{ result: ['a'] }], 'result.memories must be an array'],
  [
    'upstash-redis-start.recall',
    { key: 'a' },
    [{ result: [{}, '1'] }],
    'result.memories[0].member must be a string',
  ],
  [
    'upstash-redis-start.recall',
    { key: 'a' },
    [{ result: ['a', 'x'] }],
    'result.memories[0].score must be a number',
  ],
  [
    'upstash-redis-start.read_log',
    { key: 'a' },
    [{ result: ['a', null] }],
    'body.result[1] must be a string',
  ],
  [
    'upstash-redis-start.push_job',
    { key: 'a', value: 'b' },
    [{ result: 0.5 }],
    'body.result must be a whole number',
  ],
])('%s %j of %j', async (name, args, bodies, fault) => {
  expect(await outcome(name, args, ...bodies)).toEqual(expect.stringContaining(bad(fault)));
});

test('an empty list is an answer', async () => {
  expect(await outcome('upstash.list_databases', {}, [])).toEqual([]);
  expect(await outcome('planetscale.list_branches', branches, { data: [] })).toEqual({ data: [] });
  expect(await outcome('upstash-redis-start.recall', { key: 'a' }, { result: [] })).toEqual({
    key: 'a',
    memories: [],
    count: 0,
  });
  expect(await outcome('upstash.get_current_user', {}, [])).toMatchObject({
    teams: [],
    members: [],
    team_id: null,
  });
  expect(await outcome('upstash.get_current_user', {}, [team], [member])).toMatchObject({
    members: [{ email: 'ada@example.com', role: 'owner' }],
  });
});
