import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createWorkspace, digests, repository, type Workspace } from './workspace.js';

const spec = {
  'integration.yaml': `
name: town-library
title: Town library
category: culture
description: Look up the books of a town's library.
vendor_docs: https://library.example.com/docs
credentials:
  card: { type: secret, env: TOWN_LIBRARY_CARD, description: Number of the library card. }
apis:
  catalog:
    base_url: https://library.example.com/v1
    auth: [{ header: { name: X-Card, value: "{card}" } }]
`,
  'functions/get_book.yaml': `
title: Get book
operation: read
description: Read one book.
api: catalog
request: { method: GET, path: "/books/{isbn}" }
params:
  isbn: { type: string, required: true, minLength: 10, description: ISBN of the book. }
response:
  select: "{ title: body.title, loaned: body.copies == \`0\` }"
returns:
  type: object
  required: [title, loaned]
  properties:
    title: { type: string, description: Title of the book. }
    loaned: { type: boolean, description: Whether every copy is on loan. }
examples:
  - title: A book on loan
    args: { isbn: "9780000000019" }
    http: { status: 200, body: { title: Emma, copies: 0 } }
    result: { title: Emma, loaned: true }
`,
};

/** A copy of what the repository needs to generate, build and run packages. */
function createRepository(): Workspace & { readonly cli: string } {
  const workspace = createWorkspace();
  const { folder } = workspace;
  for (const path of [
    'generator/dist',
    'generator/schemas',
    'generator/package.json',
    'packages/runtime/bundle',
    'packages/runtime/dist',
    'packages/runtime/package.json',
    'tsconfig.base.json',
  ]) {
    cpSync(join(repository, path), join(folder, path), { recursive: true });
  }
  symlinkSync(join(repository, 'generator/node_modules'), join(folder, 'generator/node_modules'));
  symlinkSync(join(repository, 'node_modules/@types'), join(folder, 'node_modules/@types'));
  return Object.assign(workspace, { cli: join(folder, 'generator/dist/cli.js') });
}

/** As the package manager links a workspace package to the runtime. */
function linkRuntime({ folder, packages }: Workspace, name: string): void {
  const scope = join(packages, name, 'node_modules/@kosmokrator');
  mkdirSync(scope, { recursive: true });
  symlinkSync(join(folder, 'packages/runtime'), join(scope, 'runtime'));
}

test('a third integration is one folder of specs: generated, type-checked and called', async () => {
  const workspace = createRepository();
  const { cli } = workspace;
  workspace.run([], { cli });
  const before = digests(workspace.folder);
  for (const [path, text] of Object.entries(spec)) workspace.write(`specs/town-library/${path}`, text);

  const run = workspace.run([], { cli });
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(run.stdout).toMatch(/^created town-library \(\d+ new\)\n15 functions/);
  const { folder } = workspace;
  const isOfThird = /^(specs|packages\/integrations)\/town-library\/|^node_modules\/\.cache\//;
  const others = Object.entries(digests(folder)).filter(([path]) => !isOfThird.test(path));
  expect(Object.fromEntries(others)).toEqual(
    Object.fromEntries(Object.entries(before).filter(([path]) => !isOfThird.test(path))),
  );

  linkRuntime(workspace, 'town-library');
  const project = join(workspace.packages, 'town-library/tsconfig.json');
  execFileSync(process.execPath, [join(repository, 'node_modules/typescript/bin/tsc'), '-p', project]);

  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url} ${request.headers['x-card']}`);
    response.setHeader('content-type', 'application/json').end('{"title":"Persuasion","copies":2}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const module = await import(join(workspace.packages, 'town-library/dist/index.js'));
  const client = module.TownLibrary.fromEnv({
    TOWN_LIBRARY_CARD: 'card-1',
    KOSMO_TOWN_LIBRARY_CATALOG_BASE_URL: `http://127.0.0.1:${port}/v1`,
    KOSMO_ALLOW_LOOPBACK_HTTP: '1',
  });
  expect(await client.getBook({ isbn: '9780000000026' })).toEqual({ title: 'Persuasion', loaned: false });
  expect(requests).toEqual(['GET /v1/books/9780000000026 card-1']);
  await expect(client.getBook({ isbn: '1' })).rejects.toMatchObject({
    code: 'invalid_argument',
    param: 'isbn',
  });
});

test('a target is one folder beside the others: found, and its files part of every package', () => {
  const workspace = createRepository();
  const { cli } = workspace;
  workspace.run([], { cli });
  const before = digests(workspace.packages);
  const target = join(workspace.folder, 'generator/dist/targets/csv');
  mkdirSync(target);
  writeFileSync(
    join(target, 'index.js'),
    `import { defineTarget } from '../../emit/target.js';
     export default defineTarget(() => ({
       name: 'csv',
       *emit(integration) {
         const lines = integration.functions.map((fn) => fn.fullName + ',' + fn.kind + '\\n');
         yield { path: 'csv/functions.csv', content: lines.join('') };
       },
     }));`,
  );

  expect(workspace.run([], { cli }).stdout).toMatch(
    /^updated planetscale \(1 new\)\nupdated upstash \(1 new\)\n14 functions/,
  );
  const {
    'planetscale/csv/functions.csv': first,
    'upstash/csv/functions.csv': second,
    ...others
  } = digests(workspace.packages);
  expect([typeof first, typeof second, others]).toEqual(['string', 'string', before]);
  expect(readFileSync(join(workspace.packages, 'upstash/csv/functions.csv'), 'utf8')).toBe(
    [
      'upstash_get_key,read',
      'upstash_set_key,write',
      'upstash_delete_key,write',
      'upstash_list_keys,read',
      'upstash_list_databases,read',
      'upstash_get_database,read',
      'upstash_get_current_user,read',
      '',
    ].join('\n'),
  );
});
