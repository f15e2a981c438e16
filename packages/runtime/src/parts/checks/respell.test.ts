import { expect, test } from 'vitest';
import { operation, withTransport } from '../../../testing/operation.js';
import { replay, reply } from '@kosmokrator/testing/replay';
import { copyJson } from '../../text/copy-json.js';
import { execute } from '../../index.js';
import { checkItems } from './check-list.js';
import { checkString, checkType } from './check-type.js';
import { checkEnum } from './check-value.js';
import { query, queryValue } from '../encode/query.js';
import { respell } from './respell.js';

const values = { 'us-east-1': 'us-east', ['__proto__']: 'proto' };

/** Calls with a region; gives the query that is sent, and what the policy and `select` see of the arguments. */
async function call(region: unknown, list = false) {
  const { transport, requests } = replay(reply({}));
  const own = [checkString, checkEnum('us-east', 'eu-west', 'proto')];
  const checks = list ? [checkType('array'), checkItems(...own)] : own;
  const copy = list ? respell(values, copyJson) : respell(values);
  const asked: unknown[] = [];
  const fn = operation(
    { params: { region: { checks, copy } }, select: ({ args }) => args },
    { path: (get) => `/things${query({ region: queryValue(get, 'region') })}` },
  );
  const policy = ({ args }: { args: unknown }) => void asked.push(args);
  const result = await execute(fn, { region }, { ...withTransport(transport), policy });
  return { sent: new URL(requests[0]!.url).searchParams.getAll('region'), asked, result };
}

test.each([
  ['us-east-1', 'us-east'],
  ['us-east', 'us-east'],
  ['eu-west', 'eu-west'],
  ['__proto__', 'proto'],
])('%s is sent as %s, and seen so by the policy and by select', async (given, own) => {
  expect(await call(given)).toEqual({ sent: [own], asked: [{ region: own }], result: { region: own } });
});

test('in a list each item is read', async () => {
  const given = ['eu-west', 'us-east-1'];
  expect(await call(given, true)).toMatchObject({
    sent: ['eu-west', 'us-east'],
    asked: [{ region: ['eu-west', 'us-east'] }],
  });
  expect(given).toEqual(['eu-west', 'us-east-1']);
});

test.each(['US-EAST-1', 'constructor', 1, ['us-east-1'], { 'us-east-1': 1 }])(
  '%j is no spelling: the checks see it as it is',
  async (given) => {
    await expect(call(given)).rejects.toMatchObject({ code: 'invalid_argument', param: 'region' });
  },
);
