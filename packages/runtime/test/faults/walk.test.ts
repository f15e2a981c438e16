import { expect, test } from 'vitest';
import { anInteger, operation } from '../../testing/operation.js';
import type { TestClock } from '@kosmokrator/testing/test-clock';
import { query, queryValue } from '../../src/parts/index.js';
import { eachItem, eachPage, type Get, type Operation, type Pagination } from '../../src/index.js';
import {
  type Answer,
  executedThenReset,
  reply,
  resetAtFirstByte,
  status,
} from '@kosmokrator/testing/servers/answers';
import { endingOf } from './call.js';
import { describeEach } from './each-transport.js';
import type { ReceivedRequest } from '@kosmokrator/testing/servers/read-requests';

const lastPage = 4;

/** Four pages of two items each. */
function listing(changes: Partial<Pagination> = {}): Operation {
  const items: Pagination['items'] = ({ body }) => (body as { data: unknown[] }).data;
  const next: Pagination['next'] = ({ body }) => (body as { next: unknown }).next;
  const paginate = { style: 'page', param: 'page', items, next, ...changes } as const;
  const params = { page: { ...anInteger, default: 1 } };
  const path = (get: Get) => `/things${query({ page: queryValue(get, 'page') })}`;
  return operation({ params, paginate }, { path });
}

const pageOf = ({ path }: ReceivedRequest) => Number(/page=(\d+)/.exec(path)![1]);

const page = (number: number): Answer =>
  reply(JSON.stringify({ data: [`${number}a`, `${number}b`], next: number < lastPage ? number + 1 : null }));

/** Pages that fail so often, each in this way, before they are given. */
function failing(times: number, fault: Answer, ...pages: readonly number[]) {
  const left = new Map(pages.map((number) => [number, times]));
  return (request: ReceivedRequest) => {
    const number = pageOf(request);
    const more = left.get(number) ?? 0;
    left.set(number, more - 1);
    return more > 0 ? fault : page(number);
  };
}

const all = ['1a', '1b', '2a', '2b', '3a', '3b', '4a', '4b'];

async function gather<T>(walk: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of walk) items.push(item);
  return items;
}

describeEach((_, serve) => {
  test.each<[string, Answer]>([
    ['503', status(503)],
    ['a lost reply', executedThenReset],
    ['429', status(429, 'retry-after: 1')],
  ])('collect asks again for a page that fails with %s, and for no other', async (_name, fault) => {
    const { server, account } = await serve(failing(2, fault, 1, 3));
    const ending = await endingOf(listing({ collect: true }), {}, account);
    expect(ending).toMatchObject({ code: 'ok', attempts: 8, result: all });
    expect(server.requests.map(pageOf)).toEqual([1, 1, 1, 2, 3, 3, 3, 4]);
  });

  test('collect ends at a page that keeps failing, and does not begin again', async () => {
    const { server, account } = await serve(failing(9, status(503), 2));
    const ending = await endingOf(listing({ collect: true }), {}, account);
    expect(ending).toMatchObject({ code: 'api_error', attempts: 4 });
    expect(server.requests.map(pageOf)).toEqual([1, 2, 2, 2]);
  });

  test('collect stops at its limit, faults or not', async () => {
    const { server, account } = await serve(failing(1, status(503), 1, 2));
    const ending = await endingOf(listing({ collect: true, limit: 3 }), {}, account);
    expect(ending).toMatchObject({ code: 'limit_exceeded', attempts: 4, error: { outcome: 'done' } });
    expect(server.requests.map(pageOf)).toEqual([1, 1, 2, 2]);
  });

  test('the pages that collect reads share one deadline', async () => {
    const { server, account } = await serve(failing(1, status(503, 'retry-after: 12'), 1, 2, 3));
    const ending = await endingOf(listing({ collect: true }), {}, account);
    expect(ending).toMatchObject({ code: 'api_error', attempts: 5, error: { retry_after_ms: 12_000 } });
    expect((account.clock as TestClock).waits).toEqual([12_000, 12_000]);
    expect(server.requests.map(pageOf)).toEqual([1, 1, 2, 2, 3]);
  });

  test('a walk asks again for a page, gives each item once, and has a deadline for each page', async () => {
    const script = () => failing(1, status(503, 'retry-after: 20'), 1, 2, 4);
    const items = await serve(script());
    expect(await gather(eachItem(listing(), {}, items.account))).toEqual(all);
    expect(items.server.requests.map(pageOf)).toEqual([1, 1, 2, 2, 3, 4, 4]);
    const pages = await serve(script());
    expect(await gather(eachPage(listing(), {}, pages.account))).toHaveLength(lastPage);
    expect(pages.server.requests.map(pageOf)).toEqual([1, 1, 2, 2, 3, 4, 4]);
  });

  test('a walk that fails has given what came before', async () => {
    const { account, server } = await serve(failing(9, status(503), 3));
    const items: unknown[] = [];
    const walk = async () => {
      for await (const item of eachItem(listing(), {}, account)) items.push(item);
    };
    await expect(walk()).rejects.toMatchObject({ code: 'api_error', attempts: 5 });
    expect(items).toEqual(all.slice(0, 4));
    expect(server.requests.map(pageOf)).toEqual([1, 2, 3, 3, 3]);
  });

  test('maxRetries holds for every page', async () => {
    const { account, server } = await serve([resetAtFirstByte]);
    const walk = gather(eachItem(listing(), {}, account, { maxRetries: 1 }));
    await expect(walk).rejects.toMatchObject({ code: 'network_error', attempts: 2 });
    expect(server.connections).toBe(2);
  });
});
