import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { expect, test } from 'vitest';
import { bundleWriter } from '../../testing/accounts/child.js';
import { quickFolder, temporaryFolder, testStore, tokenOf, vendor } from '../../testing/accounts/store.js';

const writes = 5000;
const accounts = 20;

/** How often a process stored something, by the lines that it printed, and which process came after which. */
async function finish(child: ChildProcess, name: string, order: string[]): Promise<number> {
  let lines = 0;
  child.stdout!.on('data', (data: Buffer) => {
    lines += data.toString().split('\n').length - 1;
    if (order.at(-1) !== name) order.push(name);
  });
  const code = await new Promise((done) => child.on('close', done));
  expect(code).toBe(0);
  return lines;
}

test('two processes that write at once lose nothing', { timeout: 300_000 }, async () => {
  const start = await bundleWriter();
  const folder = quickFolder();
  const order: string[] = [];
  const [a, b] = ['a', 'b'].map((name) => ({
    name,
    child: start(folder, name, String(writes), String(accounts)),
  }));
  const done = await Promise.all([finish(a!.child, 'a', order), finish(b!.child, 'b', order)]);
  expect(done).toEqual([writes, writes]);

  const store = testStore({ folder });
  const listed = (await store.list(vendor)).filter(({ name }) => name !== 'default');
  expect(listed).toHaveLength(2 * accounts);
  const last = (index: number) => writes - ((writes - index) % accounts);
  for (const { name } of listed) {
    expect(await tokenOf(store, name)).toBe(`token-${last(Number(name.split('_')[1]))}`);
  }
  expect(readdirSync(join(folder, 'accounts')).toSorted()).toEqual(['accounts.json', 'accounts.key']);
  expect(order.length).toBeGreaterThan(10);
  console.log(
    `writes: ${done[0]! + done[1]!} by 2 processes, taking turns ${order.length} times or more, lost: 0`,
  );
});

test('stores in one process take turns, too', async () => {
  const folder = temporaryFolder();
  const names = Array.from({ length: 40 }, (_, index) => `account_${index}`);
  await Promise.all(
    names.map(async (name) => testStore({ folder }).set(vendor, name, { token: `token-${name}` })),
  );
  const store = testStore({ folder });
  for (const name of names) expect(await tokenOf(store, name)).toBe(`token-${name}`);
});
