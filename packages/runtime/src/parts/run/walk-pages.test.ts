import { expect, onTestFinished, test, vi } from 'vitest';
import { anInteger, operation, withTransport } from '../../../testing/operation.js';
import { replay, reply } from '@kosmokrator/testing/replay';
import { serve } from '@kosmokrator/testing/servers/serve';
import {
  eachItem,
  eachPage,
  execute,
  type Get,
  type Pagination,
  type Scope,
  type TransportReply,
} from '../../index.js';
import { nextLink } from './next-link.js';
import { query, queryValue } from '../encode/query.js';

const body = (name: string) => (scope: Scope) => (scope.body as Record<string, unknown>)[name];
const data = body('data');
const path = (get: Get) => `/things${query({ page: queryValue(get, 'page') })}`;
const params = { page: { ...anInteger, default: 1 } };
const pages = { style: 'page', param: 'page', items: data } as const;

/** Collects over these replies; gives the result and the queries that were asked. */
async function collect(
  paginate: Partial<Pagination> & Pick<Pagination, 'style'>,
  ...replies: TransportReply[]
) {
  const { transport, requests } = replay(...replies);
  const fn = operation({ paginate: { param: 'page', items: data, collect: true, ...paginate } }, { path });
  const result = await execute(fn, {}, withTransport(transport));
  return { result, queries: requests.map(({ url }) => new URL(url).searchParams.get('page')) };
}

const page = (...items: unknown[]) => reply({ data: items });
const linked = (items: unknown[], next?: unknown) => reply({ data: items, next });

test('page: counts up until a page is empty', async () => {
  expect(await collect({ style: 'page' }, page('a', 'b'), page('c'), page())).toEqual({
    result: ['a', 'b', 'c'],
    queries: ['1', '2', '3'],
  });
});

test('page: follows the number that the service gives', async () => {
  const replies = [linked(['a'], 2), linked(['b'], null)];
  expect(await collect({ style: 'page', next: body('next') }, ...replies)).toEqual({
    result: ['a', 'b'],
    queries: ['1', '2'],
  });
});

test('offset: moves on by the items it got', async () => {
  expect((await collect({ style: 'offset' }, page('a', 'b'), page('c'), page())).queries).toEqual([
    '0',
    '2',
    '3',
  ]);
});

test('cursor: starts where the spec says, ends at its end, null, false or ""; empty pages do not end it', async () => {
  const scan = { style: 'cursor', next: body('next'), start: '0', end: '0' } as const;
  expect(await collect(scan, linked(['a'], '17'), linked([], '9'), linked(['b'], '0'))).toEqual({
    result: ['a', 'b'],
    queries: ['0', '17', '9'],
  });
  const plain = { style: 'cursor', next: body('next') } as const;
  expect((await collect(plain, linked(['a'], 'x'), linked(['b'], ''))).queries).toEqual([null, 'x']);
  expect((await collect(plain, linked(['a'], 'x'), linked(['b'], false))).queries).toEqual([null, 'x']);
});

test('a position that comes twice is bad_response', async () => {
  const scan = { style: 'cursor', next: body('next') } as const;
  const replies = [linked(['a'], 'x'), linked(['a'], 'y'), linked(['a'], 'x')];
  await expect(collect(scan, ...replies)).rejects.toMatchObject({ code: 'bad_response', attempts: 3 });
});

test.each([{}, '"OK"', { data: null }, { data: {} }])(
  'a page without a list is no end: %j',
  async (answer) => {
    const replies = [linked(['a'], 2), reply(answer)];
    await expect(collect({ style: 'page', next: body('next') }, ...replies)).rejects.toMatchObject({
      code: 'bad_response',
      message: expect.stringContaining('unexpected reply: the items of a page must be an array'),
      attempts: 2,
    });
  },
);

test.each([null, '', false])('where the spec names the end, %j is none', async (next) => {
  const scan = { style: 'cursor', next: body('next'), end: '0' } as const;
  await expect(collect(scan, linked(['a'], next))).rejects.toMatchObject({
    code: 'bad_response',
    message: expect.stringContaining('the next position is missing'),
  });
});

test('a position that JSON.parse has rounded is refused', async () => {
  const scan = { style: 'cursor', next: body('next') } as const;
  await expect(collect(scan, linked(['a'], 2 ** 53))).rejects.toMatchObject({
    code: 'bad_response',
    message: expect.stringContaining('beyond 2^53'),
  });
});

test('stops at the limit, and drops repeats before it counts', async () => {
  const paginate = { style: 'page', limit: 2 } as const;
  await expect(collect(paginate, page('a', 'b', 'c'))).rejects.toMatchObject({
    code: 'limit_exceeded',
    outcome: 'done',
  });
  const same = { id: 1 };
  expect(
    (await collect({ ...paginate, unique: true }, page('a', same, 'a'), page(same), page())).result,
  ).toEqual(['a', same]);
  expect((await collect(paginate, page('a', 'b'), page())).result).toEqual(['a', 'b']);
});

test('select sees all items', async () => {
  const { transport } = replay(page(2, 1), page());
  const select = ({ items, args }: Scope) => ({ count: items?.length, args });
  const fn = operation({ params, paginate: { ...pages, collect: true }, select }, { path });
  expect(await execute(fn, {}, withTransport(transport))).toEqual({ count: 2, args: { page: 2 } });
});

test('link: follows the header on the same origin, with the credentials', async () => {
  const asked: (string | undefined)[] = [];
  const local = await serve(({ url, headers }, response) => {
    asked.push(url, headers.authorization);
    const more = '<https://x.example/>; rel="prev", </things?after=1&b=2>; title="a"; rel="last next"';
    if (asked.length === 2) response.setHeader('link', more);
    response.end('{"data":[1]}');
  });
  const fn = operation({ paginate: { style: 'link', link: nextLink, items: data, collect: true } });
  expect(await execute(fn, {}, local)).toEqual([1, 1]);
  expect(asked).toEqual(['/things', 'Bearer canary-token', '/things?after=1&b=2', 'Bearer canary-token']);
});

test('link: another origin is refused and not asked', async () => {
  const { transport, requests } = replay(
    reply({ data: [1] }, 200, { link: '<https://evil.example/x>; rel=next' }),
  );
  const fn = operation({ paginate: { style: 'link', link: nextLink, items: data, collect: true } });
  await expect(execute(fn, {}, withTransport(transport))).rejects.toMatchObject({ code: 'bad_response' });
  expect(requests).toHaveLength(1);
});

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

const listing = operation(
  {
    params,
    paginate: { ...pages, items: ({ result }) => (result as { data: unknown[] }).data, next: body('next') },
    select: ({ body: whole }) => ({ ...(whole as object), seen: true }),
  },
  { path },
);

test('without collect a call is one page', async () => {
  const { transport, requests } = replay(linked(['a'], 6));
  expect(await execute(listing, { page: 5 }, withTransport(transport))).toEqual({
    data: ['a'],
    next: 6,
    seen: true,
  });
  expect(new URL(requests[0]!.url).search).toBe('?page=5');
});

test('items and pages can be walked from any position, and left at any time', async () => {
  const replies = [linked([{ password: 'x' }, 'b'], 6), linked(['c'], null)];
  const { transport, requests } = replay(...replies, ...replies, ...replies);
  const as = withTransport(transport);
  expect(await all(eachItem(listing, { page: 5 }, as))).toEqual([{ password: '[redacted]' }, 'b', 'c']);
  expect(requests.map(({ url }) => new URL(url).search)).toEqual(['?page=5', '?page=6']);
  const whole = await all(eachPage<{ seen: boolean }>(listing, {}, as));
  expect(whole.map(({ seen }) => seen)).toEqual([true, true]);
  for await (const item of eachItem(listing, {}, as)) {
    expect(item).toEqual({ password: '[redacted]' });
    break;
  }
  expect(requests).toHaveLength(5);
});

test('a walk has a deadline for each page, and asks the policy once', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  let asked = 0;
  const { transport } = replay(linked(['a'], 2), linked(['b'], null));
  const policy = () => void (asked += 1);
  const items: unknown[] = [];
  for await (const item of eachItem(listing, {}, { ...withTransport(transport), policy, timeoutMs: 200 })) {
    items.push(item);
    await vi.advanceTimersByTimeAsync(250);
  }
  expect([items, asked]).toEqual([['a', 'b'], 1]);
});

test('a function without pages cannot be walked', async () => {
  await expect(eachItem(operation(), {}, withTransport(replay().transport)).next()).rejects.toThrow(
    'get_thing does not return pages',
  );
});

test.each([
  ['the number that the service gives', { next: body('next') }, linked(['a'], 7), 7],
  ['nothing after the last page', { next: body('next') }, linked(['a'], null), undefined],
  ['the page after a full one', {}, page('a'), 4],
  ['nothing after an empty page', {}, page(), undefined],
])('a call for one page can tell what comes next: %s', async (_, more, answer, expected) => {
  const { transport, requests } = replay(answer);
  const told: unknown[] = [];
  const fn = operation({ params, paginate: { ...pages, ...more } }, { path });
  const onPage = (next: () => unknown) => void told.push(next());
  await execute(fn, { page: 3 }, withTransport(transport), { onPage });
  expect([told, requests.length]).toEqual([[expected], 1]);
});

test('a reply that does not tell what comes next fails only who asks', async () => {
  const { transport } = replay(reply({ other: 1 }));
  let ask: (() => unknown) | undefined;
  const fn = operation({ params, paginate: pages }, { path });
  const onPage = (next: () => unknown) => void (ask = next);
  expect(await execute(fn, {}, withTransport(transport), { onPage })).toEqual({ other: 1 });
  expect(() => ask?.()).toThrow('the items of a page must be an array');
});
