import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../testing/accounts/store.js';
import { hasEnded, newProcessMark } from './process-mark.js';
import { withStoreLock } from './store-lock.js';

/** Another process, which does nothing. */
async function bystander(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['-e', 'process.stdout.write("up"); setInterval(() => {}, 1e9)']);
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}

/** As if the process with this mark held the lock. */
function hold(folder: string, mark: string): void {
  mkdirSync(join(folder, 'lock'));
  writeFileSync(join(folder, 'lock', mark), '');
}

/** A mark with one of its parts changed: pid, start, place, boot or random. */
function changed(part: number, value: string): string {
  const parts = newProcessMark().split('-');
  parts[part] = value;
  return parts.join('-');
}

const other = '0123456789abcdef';

test('runs one thing at a time and leaves nothing behind', async () => {
  const folder = temporaryFolder();
  let inside = 0;
  const most: number[] = [];
  const work = async () => {
    most.push(++inside);
    await new Promise((turn) => setImmediate(turn));
    inside--;
  };
  await Promise.all(Array.from({ length: 20 }, async () => withStoreLock(folder, work)));
  expect(most).toEqual(Array.from({ length: 20 }, () => 1));
  expect(readdirSync(folder)).toEqual([]);
});

test('lets go when the work fails', async () => {
  const folder = temporaryFolder();
  const failing = withStoreLock(folder, () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  expect(await withStoreLock(folder, () => 'in')).toBe('in');
});

test('waits for a living holder, and then says who it is', async () => {
  const folder = temporaryFolder();
  hold(folder, newProcessMark());
  const waiting = withStoreLock(folder, () => 'in', 50);
  await expect(waiting).rejects.toThrow(`${folder} is locked by process ${process.pid}. Try again`);
  expect(readdirSync(folder)).toEqual(['lock']);
});

test.each([
  ['its process is gone', () => changed(0, '4194303')],
  ['the machine has started anew', () => changed(3, other)],
])('takes over from a holder when %s', async (_, mark) => {
  const folder = temporaryFolder();
  hold(folder, mark());
  expect(await withStoreLock(folder, () => 'in', 1000)).toBe('in');
});

test('does not take over from another machine, except after a long time', async () => {
  const folder = temporaryFolder();
  const mark = changed(2, other);
  hold(folder, mark);
  await expect(withStoreLock(folder, () => 'in', 50)).rejects.toThrow('is locked');
  const before = new Date(Date.now() - 121_000);
  utimesSync(join(folder, 'lock', mark), before, before);
  expect(await withStoreLock(folder, () => 'in', 1000)).toBe('in');
});

test('a holder that lost its lock learns it before it writes, and leaves the new one alone', async () => {
  const folder = temporaryFolder();
  const before = new Date(Date.now() - 121_000);
  await withStoreLock(folder, async ({ check }) => {
    const [mark] = readdirSync(join(folder, 'lock'));
    check();
    utimesSync(join(folder, 'lock', mark!), before, before);
    await withStoreLock(folder, () => {
      expect(check).toThrow('another process took over the lock');
    });
    expect(check).toThrow('Nothing was written');
  });
  expect(readdirSync(folder)).toEqual([]);
});

test('removes what killed processes left, and nothing of living ones', async () => {
  const folder = temporaryFolder();
  const [dead, living] = [changed(0, '4194303'), newProcessMark()];
  for (const mark of [dead, living]) {
    mkdirSync(join(folder, `lock.${mark}`));
    writeFileSync(join(folder, `lock.${mark}`, mark), '');
  }
  writeFileSync(join(folder, `draft.${dead}`), '');
  writeFileSync(join(folder, 'accounts.json'), '');
  await withStoreLock(folder, () => {});
  expect(readdirSync(folder).toSorted()).toEqual(['accounts.json', `lock.${living}`]);
});

test('knows whether a process lives', async () => {
  expect(hasEnded(newProcessMark())).toBe(false);
  expect(hasEnded('nonsense')).toBeUndefined();
  const child = await bystander();
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(hasEnded(changed(0, String(child.pid)))).toBe(true);
});

const onLinux = process.platform === 'linux';

test.runIf(onLinux)('knows that a number is in other hands', async () => {
  const child = await bystander();
  // The start in the mark is not this process's.
  expect(hasEnded(changed(0, String(child.pid)))).toBe(true);
  const start = readFileSync(`/proc/${child.pid}/stat`, 'latin1').split(' ')[21]!;
  const mark = newProcessMark().split('-').with(0, String(child.pid)).with(1, start).join('-');
  expect(hasEnded(mark)).toBe(false);
});

test.runIf(onLinux)('knows a process as ended that its parent has not asked after', async () => {
  // The shell starts a process, becomes another, and so never asks after it.
  const shell = spawn('sh', [
    '-c',
    'sleep 1000 & echo $! $(cut -d " " -f 22 /proc/$!/stat); exec sleep 1000',
  ]);
  onTestFinished(() => void shell.kill('SIGKILL'));
  const [line] = (await once(shell.stdout, 'data')) as [Buffer];
  const [pid, start] = line.toString().trim().split(' ') as [string, string];
  const mark = newProcessMark().split('-').with(0, pid).with(1, start).join('-');
  expect(hasEnded(mark)).toBe(false);
  process.kill(Number(pid), 'SIGKILL');
  while (hasEnded(mark) !== true) await new Promise((wait) => setTimeout(wait, 5));
  expect(readFileSync(`/proc/${pid}/stat`, 'latin1')).toContain(' Z ');
});
