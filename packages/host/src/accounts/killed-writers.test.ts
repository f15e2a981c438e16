import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { bundleWriter } from '../../testing/accounts/child.js';
import { credentials, testStore, tokenOf, vendor } from '../../testing/accounts/store.js';

const rounds = 50;
const names = ['a', 'b', 'c', 'd'];

interface Writer {
  readonly child: ChildProcess;
  /** The last number that it said was stored. */
  said: number;
  readonly started: Promise<void>;
  readonly ended: Promise<unknown>;
}

function watch(child: ChildProcess): Writer {
  let first = () => {};
  const writer: Writer = {
    child,
    said: 0,
    started: new Promise((resolve) => (first = resolve)),
    ended: new Promise((resolve) => child.on('close', resolve)),
  };
  child.stdout!.on('data', (data: Buffer) => {
    writer.said = Number(data.toString().trimEnd().split('\n').at(-1));
    first();
  });
  return writer;
}

/** Waits until a writer has stored more, which it can only do while no one else is left with the lock. */
async function goesOn(writer: Writer): Promise<void> {
  const enough = writer.said + 2;
  while (writer.said < enough) await once(writer.child.stdout!, 'data');
}

test(
  'processes killed while they write leave the old or the new, and no lock',
  { timeout: 300_000 },
  async () => {
    const start = await bundleWriter();
    const store = testStore();
    const own = join(store.folder, 'accounts');
    await store.set(vendor, 'bystander', credentials('untouched'));
    const left = { old: 0, new: 0, locks: 0, drafts: 0 };
    const startAll = (round: number) =>
      names.map((name) => watch(start(store.folder, `${name}${round}`, '100000', '1', 'wait')));
    let next = startAll(0);
    for (let round = 0; round < rounds; round++) {
      const writers = next;
      // They load while these write.
      next = round + 1 < rounds ? startAll(round + 1) : [];
      for (const { child } of writers) child.stdin!.end('\n');
      await Promise.all(writers.map(({ started }) => started));
      for (const [index, writer] of writers.entries()) {
        await sleep(Math.random() * 20);
        writer.child.kill('SIGKILL');
        left.locks += Number(holds(own, writer.child));
        await writer.ended;
        const found = Number((await tokenOf(store, `${names[index]}${round}_0`))!.replace('token-', ''));
        const { said } = writer;
        expect([said, said + 1]).toContain(found);
        left[found === said ? 'old' : 'new']++;
        if (index + 1 < writers.length) await goesOn(writers[index + 1]!);
      }
      left.drafts += Number(readdirSync(own).some((file) => file.startsWith('draft.')));
      for (const name of names) expect(await store.remove(vendor, `${name}${round}_0`)).toBe(true);
      expect(readdirSync(own).toSorted()).toEqual(['accounts.json', 'accounts.key']);
    }
    expect(await tokenOf(store, 'bystander')).toBe('untouched');
    expect(lstatSync(store.accountsFile).mode & 0o077).toBe(0);
    // Otherwise no kill has hit a write, and nothing was shown.
    expect(left.locks).toBeGreaterThan(0);
    console.log(
      `kills: ${rounds * names.length}, ${left.locks} of them of the holder of the lock; found the old state ` +
        `${left.old} times, the new one ${left.new} times, another 0 times; drafts left at the end of a round ` +
        `${left.drafts} times, all cleared by the next write`,
    );
  },
);

function holds(own: string, { pid }: ChildProcess): boolean {
  try {
    return readdirSync(join(own, 'lock')).some((mark) => mark.startsWith(`${pid}-`));
  } catch {
    return false;
  }
}
