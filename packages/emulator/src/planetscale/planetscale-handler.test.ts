import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { restCall, type RestCall } from '../../testing/rest-call.js';
import type { Emulator } from '../emulator.js';
import { startEmulator } from '../start-emulator.js';

interface Page {
  readonly data: readonly Record<string, unknown>[];
  readonly [field: string]: unknown;
}

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ redis: 'memory' });
});
beforeEach(() => emulator.reset());
afterAll(() => emulator.close());

const base = () => emulator.env['KOSMO_PLANETSCALE_API_BASE_URL'] ?? '';
const call = (path: string, options: RestCall = {}) =>
  restCall(base(), { token: emulator.tokens.planetscaleAccess, path, ...options });
const page = async (path: string) => (await call(path)).json as Page;
const names = ({ data }: Page) => data.map(({ name }) => name);
const create = (body: unknown) => call('/organizations/my-org/databases', { body });

describe('authorization', () => {
  const status = async (authorization?: string) =>
    (await restCall(base(), { path: '/user', headers: authorization === undefined ? {} : { authorization } }))
      .status;

  test('takes a service token without a scheme word, or an OAuth token', async () => {
    const id = emulator.env['PLANETSCALE_SERVICE_TOKEN_ID'] ?? '';
    const token = emulator.env['PLANETSCALE_SERVICE_TOKEN'] ?? '';
    expect(await status(`${id}:${token}`)).toBe(200);
    expect(await status(`Bearer ${emulator.tokens.planetscaleAccess}`)).toBe(200);
    for (const wrong of [
      undefined,
      'Bearer x',
      token,
      `Bearer ${id}:${token}`,
      `Bearer ${token}`,
      `${id}:x`,
    ]) {
      expect(await status(wrong)).toBe(401);
    }
  });

  test('answers as the vendor does', async () => {
    const { json } = await restCall(base(), { path: '/user' });
    expect(json).toEqual({ code: 'unauthorized', message: 'Unauthorized' });
  });
});

describe('reading', () => {
  test('shows the seeded organization, database and branches', async () => {
    expect(names(await page('/organizations'))).toEqual(['my-org']);
    expect(names(await page('/organizations/my-org/databases'))).toEqual(['my-database']);
    const branches = await page('/organizations/my-org/databases/my-database/branches');
    expect(branches.data.map(({ name, production }) => [name, production])).toEqual([
      ['main', true],
      ['try-index', false],
    ]);
    const database = (await call('/organizations/my-org/databases/my-database')).json;
    expect(database).toMatchObject({ state: 'ready', branches_count: 2, region: { slug: 'us-east' } });
    const branch = (await call('/organizations/my-org/databases/my-database/branches/try-index')).json;
    expect(branch).toMatchObject({ parent_branch: 'main', ready: true, production: false });
    expect((await call('/user')).json).toMatchObject({
      display_name: 'Ada Lovelace',
      email: 'ada@example.com',
    });
  });

  test('filters branches', async () => {
    const path = '/organizations/my-org/databases/my-database/branches';
    expect(names(await page(`${path}?q=try`))).toEqual(['try-index']);
    expect(names(await page(`${path}?production=true`))).toEqual(['main']);
    expect(names(await page(`${path}?order=desc`))).toEqual(['try-index', 'main']);
  });

  test.each([
    '/organizations/nobody/databases',
    '/organizations/my-org/databases/nothing-here',
    '/organizations/my-org/databases/nothing-here/branches',
    '/organizations/my-org/databases/my-database/branches/nothing-here',
    '/nothing-here',
    '/organizations/%zz/databases',
  ])('answers 404 to %s', async (path) => {
    const { status, json } = await call(path);
    expect([status, json]).toEqual([404, { code: 'not_found', message: 'Not Found' }]);
  });

  test('answers 405 to a method that an endpoint does not have', async () => {
    const { status, headers, json } = await call('/organizations/my-org/databases', { method: 'DELETE' });
    expect([status, headers.get('allow')]).toEqual([405, 'GET, POST']);
    expect(json).toMatchObject({ code: 'method_not_allowed' });
  });
});

describe('pages', () => {
  const path = '/organizations/my-org/databases';
  const fill = async (count: number) => {
    for (let index = 1; index <= count; index += 1)
      await create({ name: `db-${String(index).padStart(3, '0')}` });
  };

  test('walks from the first to the last', async () => {
    await fill(5);
    const seen: unknown[] = [];
    let url: string | null = `${base()}${path}?page=1&per_page=2&q=db`;
    while (url !== null) {
      const answer = await restCall(url, { path: '', token: emulator.tokens.planetscaleAccess });
      const current = answer.json as Page & { next_page_url: string | null };
      seen.push(...names(current));
      url = current.next_page_url;
    }
    expect(seen).toEqual(['db-001', 'db-002', 'db-003', 'db-004', 'db-005']);
  });

  test('describes itself', async () => {
    await fill(4);
    const { data, ...envelope } = await page(`${path}?page=2&per_page=2`);
    expect(data).toHaveLength(2);
    expect(envelope).toEqual({
      type: 'list',
      current_page: 2,
      per_page: 2,
      next_page: 3,
      next_page_url: `${base()}${path}?page=3&per_page=2`,
      prev_page: 1,
      prev_page_url: `${base()}${path}?page=1&per_page=2`,
      total_count: 5,
      total_pages: 3,
    });
    expect(await page(`${path}?page=9`)).toMatchObject({ data: [], next_page: null, prev_page: 8 });
  });

  test('holds 25 items, and 100 at most', async () => {
    await fill(100);
    expect((await page(path)).data).toHaveLength(25);
    expect(await page(`${path}?per_page=500`)).toMatchObject({ per_page: 100, total_pages: 2 });
  });

  test('of organizations have no totals', async () => {
    expect(Object.keys(await page('/organizations'))).not.toContain('total_count');
  });

  test.each(['page=0', 'page=x', 'page=-1', 'per_page=0', 'per_page=1.5', 'page='])(
    'refuses %s',
    async (query) => {
      const { status, json } = await call(`${path}?${query}`);
      expect([status, json]).toEqual([400, { code: 'invalid_params', message: expect.any(String) }]);
    },
  );
});

describe('creating a database', () => {
  test('answers 201 with a pending database that the lists then show as ready', async () => {
    const given = {
      name: 'orders-2',
      region: 'eu-west',
      kind: 'postgresql',
      cluster_size: 'PS_80',
      notes: 'for orders',
    };
    const { status, json } = await create(given);
    expect(status).toBe(201);
    expect(json).toMatchObject({
      name: 'orders-2',
      state: 'pending',
      kind: 'postgresql',
      notes: 'for orders',
    });
    expect((json as { region: unknown }).region).toMatchObject({ slug: 'eu-west' });
    expect(names(await page('/organizations/my-org/databases'))).toEqual(['my-database', 'orders-2']);
    expect((await call('/organizations/my-org/databases/orders-2')).json).toMatchObject({ state: 'ready' });
    const branches = await page('/organizations/my-org/databases/orders-2/branches');
    expect(branches.data).toMatchObject([{ name: 'main', production: true, cluster_name: 'PS_80' }]);
    expect((await page('/organizations')).data).toMatchObject([{ database_count: 2 }]);
  });

  test('needs a name only', async () => {
    expect((await create({ name: 'orders' })).json).toMatchObject({
      kind: 'mysql',
      region: { slug: 'us-east' },
    });
  });

  test.each([
    [{ name: 'my-database' }, 'Name has already been taken'],
    [{}, "Name can't be blank"],
    [{ name: '' }, "Name can't be blank"],
    [{ name: 'Orders' }, 'Name must contain'],
    [{ name: 'a b' }, 'Name must contain'],
    [{ name: '../x' }, 'Name must contain'],
    [{ name: 7 }, 'name must be a string'],
    [{ name: 'orders', region: 'us-east-1' }, 'Region is not'],
    [{ name: 'orders', kind: 'oracle' }, 'Kind must be'],
  ])('answers 422 to %j', async (body, message) => {
    const { status, json } = await create(body);
    expect([status, json]).toEqual([
      422,
      { code: 'unprocessable', message: expect.stringContaining(message) },
    ]);
    expect(names(await page('/organizations/my-org/databases'))).toEqual(['my-database']);
  });

  test.each(['{', '[]', 'null', '"x"', ''])('answers 400 to the body %j', async (body) => {
    const { status, json } = await call('/organizations/my-org/databases', { method: 'POST', body });
    expect([status, json]).toEqual([400, { code: 'bad_request', message: expect.any(String) }]);
  });

  test('answers 404 in an organization that does not exist', async () => {
    expect((await call('/organizations/nobody/databases', { body: { name: 'orders' } })).status).toBe(404);
  });

  test('is undone by a reset', async () => {
    await create({ name: 'orders' });
    await emulator.reset();
    expect(names(await page('/organizations/my-org/databases'))).toEqual(['my-database']);
  });
});
