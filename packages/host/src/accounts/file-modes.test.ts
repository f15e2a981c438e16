import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundleWriter } from '../../testing/accounts/child.js';
import { credentials, temporaryFolder, testStore, tokenOf, vendor } from '../../testing/accounts/store.js';

const token = 'canary-7f3a';
const posix = process.platform !== 'win32';

/** Everything below a folder that others may use in any way, and how much there is in all. */
function openToOthers(folder: string): { seen: number; open: string[] } {
  const found = { seen: 0, open: [] as string[] };
  const visit = (path: string) => {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (!stats) return;
    found.seen++;
    if ((stats.mode & 0o077) !== 0) found.open.push(`${path} ${(stats.mode & 0o777).toString(8)}`);
    if (stats.isDirectory()) for (const name of list(path)) visit(join(path, name));
  };
  visit(folder);
  return found;
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

test.runIf(posix)('under umask 000 nothing is open to others, at no moment', async () => {
  const start = await bundleWriter();
  const home = join(temporaryFolder(), 'home', 'kosmokrator');
  const writer = start(home, 'a', '100', '3');
  let looks = 0;
  let seen = 0;
  const open = new Set<string>();
  const ended = new Promise<number | null>((done) => writer.on('exit', done));
  writer.stdout!.resume();
  while (writer.exitCode === null && writer.signalCode === null) {
    const look = openToOthers(home);
    looks++;
    seen += look.seen;
    for (const path of look.open) open.add(path);
    await new Promise((next) => setImmediate(next));
  }
  expect(await ended).toBe(0);
  expect([...open]).toEqual([]);
  const mode = (path: string) => (lstatSync(path).mode & 0o777).toString(8);
  const folders = [join(home, '..'), home, join(home, 'accounts')];
  expect(folders.map(mode)).toEqual(['700', '700', '700']);
  const files = readdirSync(join(home, 'accounts')).toSorted();
  expect(files).toEqual(['accounts.json', 'accounts.key']);
  expect(files.map((file) => mode(join(home, 'accounts', file)))).toEqual(['600', '600']);
  expect(looks).toBeGreaterThan(10);
  console.log(`umask 000: ${looks} looks at ${seen} files and folders, 0 open to others`);
});

const loosened: [string, (folder: string) => string, number, RegExp][] = [
  [
    'the accounts file',
    (own) => join(own, 'accounts.json'),
    0o640,
    /accounts\.json is open to other users \(mode 640\)\. Run: chmod 600/,
  ],
  ['the accounts file', (own) => join(own, 'accounts.json'), 0o602, /mode 602/],
  [
    'the key file',
    (own) => join(own, 'accounts.key'),
    0o604,
    /accounts\.key is open to other users \(mode 604\)\. Run: chmod 600/,
  ],
  ['the folder', (own) => own, 0o750, /accounts is open to other users \(mode 750\)\. Run: chmod 700/],
];

test.runIf(posix).each(loosened)(
  'refuses to read when %s is open to others',
  async (_, path, mode, message) => {
    const store = testStore();
    await store.set(vendor, 'work', credentials(token));
    expect(await tokenOf(store)).toBe(token);
    const before = readFileSync(store.accountsFile, 'utf8');
    chmodSync(path(join(store.folder, 'accounts')), mode);
    const other = testStore({ folder: store.folder });
    await expect(tokenOf(other)).rejects.toMatchObject({ code: 'missing_credentials', account: 'work' });
    await expect(tokenOf(other)).rejects.toThrow(message);
    await expect(other.set(vendor, 'home', credentials('second'))).rejects.toThrow(message);
    expect(readFileSync(store.accountsFile, 'utf8')).toBe(before);
  },
);

test.runIf(posix)('notices a mode that changes while the store is open', async () => {
  const store = testStore();
  await store.set(vendor, 'work', credentials(token));
  await new Promise((wait) => setTimeout(wait, 150));
  expect([await tokenOf(store), await tokenOf(store)]).toEqual([token, token]);
  chmodSync(store.accountsFile, 0o644);
  await expect(tokenOf(store)).rejects.toThrow('mode 644');
});

test.runIf(posix)('follows no link', async () => {
  const store = testStore();
  await store.set(vendor, 'work', credentials(token));
  const own = join(store.folder, 'accounts');
  const elsewhere = temporaryFolder();
  renameSync(store.accountsFile, join(elsewhere, 'accounts.json'));
  symlinkSync(join(elsewhere, 'accounts.json'), store.accountsFile);
  await expect(tokenOf(store)).rejects.toThrow('is a symbolic link');
  await expect(store.set(vendor, 'work', credentials('second'))).rejects.toThrow('is a symbolic link');
  renameSync(own, join(elsewhere, 'accounts'));
  symlinkSync(join(elsewhere, 'accounts'), own);
  await expect(tokenOf(store)).rejects.toThrow('is not a folder. Symbolic links are not followed here.');
  await expect(store.set(vendor, 'work', credentials('second'))).rejects.toThrow(
    'Symbolic links are not followed',
  );
});

test.runIf(posix)('a link in the place of a draft is not written through', async () => {
  const store = testStore();
  await store.set(vendor, 'work', credentials(token));
  const victim = join(temporaryFolder(), 'victim');
  writeFileSync(victim, 'as it was');
  symlinkSync(victim, join(store.folder, 'accounts', 'draft.1'));
  await store.set(vendor, 'work', credentials('second'));
  expect(readFileSync(victim, 'utf8')).toBe('as it was');
  expect(readdirSync(join(store.folder, 'accounts')).toSorted()).toEqual(['accounts.json', 'accounts.key']);
});

test.runIf(posix)('a folder in the place of a file is an error', async () => {
  const store = testStore();
  mkdirSync(store.accountsFile, { recursive: true, mode: 0o700 });
  await expect(tokenOf(store)).rejects.toThrow('is not a file');
});

test.runIf(process.getuid?.() === 0)('refuses what belongs to someone else', async () => {
  const store = testStore();
  await store.set(vendor, 'work', credentials(token));
  chownSync(store.accountsFile, 12_345, 12_345);
  await expect(tokenOf(store)).rejects.toThrow('belongs to user 12345, not to you (0)');
});
