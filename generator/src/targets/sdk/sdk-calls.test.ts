import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { loadTarget } from '../../../fixtures/load-target.js';
import { exampleModel } from '../../../fixtures/example-model.js';

const sdk = await loadTarget('sdk');
const model = exampleModel();

/** What this test uses of the emitted package. */
interface Sdk {
  readonly ExampleService: (new (options: object) => Client) & {
    fromEnv(env?: Record<string, string>): Client;
  };
  getThing(account: object, args: object): Promise<unknown>;
  listItemsEach(account: object, args?: object): AsyncIterable<unknown>;
  isKosmoError(error: unknown): boolean;
}
interface Client {
  getThing(args: object, options?: object): Promise<unknown>;
  listItems(args?: object): Promise<unknown>;
  listItemsEach(args?: object): AsyncIterable<unknown>;
}

// Inside the generator's folder, where the runtime is installed.
const folder = mkdtempSync(fileURLToPath(new URL('../../../.tmp-sdk-', import.meta.url)));
const pages: Record<string, object> = {
  '1': { data: [{ database_id: 'a' }, { database_id: 'b' }], next_page: 2 },
  '2': { data: [{ database_id: 'c' }], next_page: null },
};
let seen: string[] = [];
const server = createServer((request, reply) => {
  seen.push(`${request.method} ${request.url} ${request.headers.authorization}`);
  const { pathname, searchParams } = new URL(request.url!, 'http://localhost');
  const body = pathname === '/items' ? pages[searchParams.get('page')!] : { name: pathname };
  reply.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
});
let base: string;
let module: Sdk;

beforeAll(async () => {
  for (const { path, content } of sdk.emit(model)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  module = (await import(pathToFileURL(join(folder, 'src/index.ts')).href)) as Sdk;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  seen = [];
});

const options = () => ({ url: base, token: 'k1', allowLoopbackHttp: true });

test('a client made from options, one from the environment and a function make the same call', async () => {
  const env = { EXAMPLE_URL: base, EXAMPLE_TOKEN: 'k1', KOSMO_ALLOW_LOOPBACK_HTTP: '1' };
  const results = [
    await new module.ExampleService(options()).getThing({ id: 'a/b' }),
    await module.ExampleService.fromEnv(env).getThing({ id: 'a/b' }),
    await module.getThing(options(), { id: 'a/b' }),
  ];
  const result = { name: '/things/a%2Fb' };
  expect(results).toEqual([result, result, result]);
  expect(seen).toEqual(Array(3).fill('GET /things/a%2Fb?mode=short&fixed=text Bearer k1'));
});

test('for await walks all pages, from the method and from the function', async () => {
  const names: unknown[] = [];
  for await (const item of new module.ExampleService(options()).listItemsEach()) names.push(item);
  for await (const item of module.listItemsEach(options(), { page: 2 })) names.push(item);
  expect(names).toEqual(['a', 'b', 'c', 'c'].map((id) => ({ database_id: id })));
  expect(seen).toHaveLength(3);
});

test('arguments may be left out, and settings of a call are passed on', async () => {
  const client = new module.ExampleService(options());
  expect(await client.listItems()).toEqual(pages['1']);
  await expect(client.getThing({ id: 'a' }, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'cancelled',
  });
});

test('a call that cannot be made fails with the one error, before anything is sent', async () => {
  const error = await module.ExampleService.fromEnv({})
    .getThing({ id: 'a' })
    .catch((thrown: unknown) => thrown);
  expect(module.isKosmoError(error)).toBe(true);
  expect(error).toMatchObject({
    code: 'missing_credentials',
    integration: 'example-service',
    function: 'get_thing',
  });
  expect(seen).toEqual([]);
});
