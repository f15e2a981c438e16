import { describe, expect, test, vi, onTestFinished } from 'vitest';
import { anInteger, operation, withTransport } from '../../../testing/operation.js';
import { reply } from '@kosmokrator/testing/replay';
import {
  eachItem,
  execute,
  parseJson,
  type Get,
  type Pagination,
  type Scope,
  type Transport,
} from '../../index.js';
import { nextLink } from './next-link.js';
import { query, queryValue } from '../encode/query.js';

type Body = { readonly items: readonly unknown[]; readonly next?: unknown };
type Answer = (request: number, url: URL) => Body;

const body = (name: string) => (scope: Scope) => (scope.body as Record<string, unknown>)[name];
const styles = {
  page: { style: 'page', param: 'at', items: body('items') },
  offset: { style: 'offset', param: 'at', items: body('items') },
  cursor: { style: 'cursor', param: 'at', items: body('items'), next: body('next') },
  link: { style: 'link', link: nextLink, items: body('items') },
} as const satisfies Record<string, Pagination>;

/** A service that goes on for ever, unless its answer ends the pages; requests are numbered from 1. */
function service(answer: Answer) {
  let requests = 0;
  const transport: Transport = {
    async send({ url }) {
      requests += 1;
      if (requests > 2_000) throw new Error('the walk does not end');
      const { items, next } = answer(requests, new URL(url));
      const link = next === undefined ? {} : { link: `<?at=${next as string}>; rel="next"` };
      return reply({ items, next: next ?? null }, 200, link);
    },
  };
  return { account: withTransport(transport), requests: () => requests };
}

function listing(paginate: Pagination) {
  const path = (get: Get) => `/things${query({ at: queryValue(get, 'at') })}`;
  return operation({ params: { at: anInteger }, paginate }, { path });
}

/** Walks, and gives the items or the error, each with the requests that it took. */
async function walk(paginate: Pagination, answer: Answer) {
  const { account, requests } = service(answer);
  const items: unknown[] = [];
  try {
    for await (const item of eachItem(listing(paginate), {}, account)) items.push(item);
  } catch (error) {
    return { error, requests: requests() };
  }
  return { items, requests: requests() };
}

async function collect(paginate: Pagination, answer: Answer) {
  const { account, requests } = service(answer);
  const call = execute(listing({ ...paginate, collect: true }), {}, account);
  return call.then(
    (items) => ({ items, requests: requests() }),
    (error: unknown) => ({ error, requests: requests() }),
  );
}

const repeated = (message: string) =>
  expect.objectContaining({ code: 'bad_response', message, outcome: 'done', retryable: false });
const ways = {
  walk,
  collect,
  'collect unique': (paginate: Pagination, answer: Answer) => collect({ ...paginate, unique: true }, answer),
};
const pages =
  (...lists: unknown[][]): Answer =>
  (request) => ({
    items: lists[Math.min(request, lists.length) - 1]!,
    next: request,
  });

describe.each(Object.entries(ways))('%s', (_, go) => {
  test.each([styles.page, styles.offset])(
    'a last page that is served for ever ends the walk: $style',
    async (style) => {
      expect(await go(style, pages([1, 2], [3, 4]))).toEqual({
        error: repeated(
          'the pages repeat: the last 3 pages have all come before; page 5 has the same items as page 4',
        ),
        requests: 5,
      });
    },
  );

  test.each([styles.cursor, styles.link, { ...styles.page, start: 0, next: body('next') }])(
    'where the service says that there is more, it may come a hundred times: $style',
    async (style) => {
      expect(await go(style, pages([1, 2], [3, 4]))).toEqual({
        error: repeated(
          'the pages repeat: the last 100 pages have all come before; page 102 has the same items as page 101',
        ),
        requests: 102,
      });
    },
  );

  test('records that come again end it too', async () => {
    const { requests, error } = (await go(styles.page, pages([{ id: 1 }, { id: 2 }]))) as {
      requests: number;
      error: unknown;
    };
    expect([requests, error]).toEqual([
      4,
      repeated(
        'the pages repeat: the last 3 pages have all come before; page 4 has the same items as page 3',
      ),
    ]);
  });

  test('an empty page between does not hide it', async () => {
    const answer: Answer = (request) => ({ items: request % 2 ? [1] : [], next: request });
    expect(await go(styles.cursor, answer)).toMatchObject({ requests: 201, error: { code: 'bad_response' } });
  });

  test('empty pages under new cursors are passed over', async () => {
    const answer: Answer = (request) => (request < 1000 ? { items: [], next: request } : { items: [7] });
    expect(await go(styles.cursor, answer)).toEqual({ items: [7], requests: 1000 });
  });

  test('a thousand empty pages end the walk, from the last one with an item on', async () => {
    const answer: Answer = (request) => ({ items: request === 10 ? [7] : [], next: request });
    expect(await go(styles.cursor, answer)).toEqual({
      error: repeated('the pages repeat: page 1010 and the 999 before it have no new items'),
      requests: 1010,
    });
  });

  test('a page that comes again now and then among empty ones is nothing new', async () => {
    const answer: Answer = (request) => ({ items: request % 50 ? [] : [7], next: request });
    const { requests, error } = (await go(styles.cursor, answer)) as { requests: number; error: unknown };
    // Without `unique` the first that comes again may still be another item of a list of equal ones.
    expect([1050, 1100]).toContain(requests);
    expect(error).toMatchObject({
      message: expect.stringContaining('and the 999 before it have no new items'),
    });
  });

  test('equal pages under new positions are read to their end', async () => {
    const answer: Answer = (request) => (request < 90 ? { items: ['ok'], next: request } : { items: ['no'] });
    const { items, requests } = (await go(styles.cursor, answer)) as { items: unknown[]; requests: number };
    expect([new Set(items), items.at(-1), requests]).toEqual([new Set(['ok', 'no']), 'no', 90]);
  });

  test('the end of the pages goes before: a page that was the last is not too many', async () => {
    const answer: Answer = (request) => ({ items: [1, 2], ...(request < 4 && { next: request }) });
    const { items } = (await go(styles.cursor, answer)) as { items: unknown[] };
    expect(new Set(items)).toEqual(new Set([1, 2]));
  });
});

describe.each([
  ['walk', walk],
  ['collect', collect],
])('%s', (_, go) => {
  test.each([
    ['that the walk counts', styles.page, 3, 9],
    ['that the service names', styles.cursor, 3, 100],
    ['that the service names, many pages in turn', styles.cursor, 50, 150],
  ])('pages that come in turn end the walk, at positions %s', async (_name, style, turn, times) => {
    const answer: Answer = (request) => ({ items: [request % turn], next: request });
    const page = turn + times;
    const pair = `page ${page} has the same items as page ${page - turn}`;
    expect(await go(style, answer)).toEqual({
      error: repeated(`the pages repeat: the last ${times} pages have all come before; ${pair}`),
      requests: page,
    });
  });

  test.each([
    ['equal items, thrice', [['ok', 'ok'], ['ok', 'ok'], ['ok', 'ok'], ['no'], []]],
    ['a page that comes again later', [['a'], ['b'], ['a'], ['c'], ['a'], ['d'], ['a'], []]],
    ['few values, one on a page', [...'abaabbababbaabbab'].map((text) => [text]).concat([[]])],
  ])('a list that only looks so is read to its end: %s', async (_name, lists) => {
    expect(await go(styles.page, pages(...lists))).toEqual({ items: lists.flat(), requests: lists.length });
  });
});

describe('unique', () => {
  const unique = { ...styles.cursor, unique: true } as const;

  const mixed = [
    [1, 2, 3],
    [2, 3, 1],
    [3, 1, 2],
    [3, 2, 1],
    [2, 1, 3],
  ];

  test('the same items in another order end the walk', async () => {
    expect(await collect({ ...styles.page, unique: true }, pages(...mixed))).toEqual({
      error: repeated('the pages repeat: page 4 and the 2 before it have no new items'),
      requests: 4,
    });
  });

  test('they may come for a hundred pages where the service says that there is more', async () => {
    const stale: Answer = (request) => ({ items: mixed[(request * request) % 5]!, next: request });
    expect(await collect(unique, stale)).toEqual({
      error: repeated('the pages repeat: page 101 and the 99 before it have no new items'),
      requests: 101,
    });
    const late: Answer = (request) => (request < 100 ? stale(request, new URL('a:')) : { items: [4] });
    expect(await collect(unique, late)).toEqual({ items: [2, 3, 1, 4], requests: 100 });
  });

  test('what SCAN does is no repeat: keys twice, empty pages', async () => {
    const lists = [['a', 'b'], [], ['b', 'a'], [], ['a'], ['a', 'c'], [], ['c'], ['b'], ['d'], []];
    const answer: Answer = (request) => ({
      items: lists[request - 1]!,
      ...(request < lists.length && { next: request }),
    });
    expect(await collect(unique, answer)).toEqual({ items: ['a', 'b', 'c', 'd'], requests: lists.length });
  });
});

describe('a deadline', () => {
  const timed = (milliseconds: number[]) => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    let requests = 0;
    const transport: Transport = {
      send: () =>
        new Promise((resolve) => {
          const wait = milliseconds[requests] ?? milliseconds.at(-1)!;
          requests += 1;
          const answer = reply({ items: [requests], next: requests });
          setTimeout(() => resolve(answer), wait);
        }),
    };
    return { ...withTransport(transport), timeoutMs: 5000 };
  };
  const fails = async (call: Promise<unknown>) => {
    const failure = call.then(
      () => 'no error',
      (error: unknown) => error,
    );
    await vi.advanceTimersByTimeAsync(6000);
    return failure;
  };
  const all = listing({ ...styles.page, collect: true });

  test('after many pages says so, and asks for no repeat', async () => {
    expect(await fails(execute(all, {}, timed([150])))).toMatchObject({
      code: 'timeout',
      message: '33 pages were read in 5000 ms, and there are more; ask for fewer items, or allow more time',
      outcome: 'done',
      retryable: false,
      attempts: 34,
    });
  });

  test('in a silence of the service tells of both', async () => {
    expect(await fails(execute(all, {}, timed([1000, 60_000])))).toMatchObject({
      code: 'timeout',
      message: '1 page was read in 1000 ms, and then there was no reply for 4000 ms',
      outcome: 'unknown',
      retryable: true,
      attempts: 2,
    });
  });

  test('before any page is no reply', async () => {
    expect(await fails(execute(all, {}, timed([60_000])))).toMatchObject({
      message: 'no reply within 5000 ms',
      retryable: true,
      attempts: 1,
    });
  });

  test('between two requests of a function tells how many were answered', async () => {
    const { steps } = operation();
    const two = operation({
      steps: [
        { ...steps[0]!, name: 'one' },
        { ...steps[0]!, name: 'two' },
      ],
    });
    expect(await fails(execute(two, {}, timed([3000, 3000])))).toMatchObject({
      code: 'timeout',
      message: '1 request was answered in 3000 ms, and then there was no reply for 2000 ms',
      retryable: true,
      attempts: 2,
    });
  });
});

test('items that are nested too deep are bad_response', async () => {
  const deep = `${'['.repeat(60_000)}${']'.repeat(60_000)}`;
  const transport: Transport = { send: async () => reply(`{"items":[${deep}],"next":1}`) };
  const failure = execute(
    listing({ ...styles.cursor, collect: true, unique: true }),
    {},
    withTransport(transport),
  );
  await expect(failure).rejects.toMatchObject({ code: 'bad_response' });
});

test('integers that only a BigInt holds are told apart', async () => {
  const [one, two] = ['90071992547409930', '90071992547409931'];
  const transport: Transport = { send: async () => reply(`{"items":[${one},${two},${one},"${one}"]}`) };
  const account = { ...withTransport(transport), parseJson };
  const call = execute(listing({ ...styles.cursor, collect: true, unique: true }), {}, account);
  expect(await call).toEqual([BigInt(one), BigInt(two), one]);
});
