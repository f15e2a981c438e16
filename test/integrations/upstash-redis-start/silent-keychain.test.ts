/** The built command beside an OS keychain that does not answer as one does. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Emulator, startEmulator } from '@kosmokrator/emulator';
import { describeIntegration, openAccountStore } from '@kosmokrator/host/accounts';
import { loadCatalog } from '@kosmokrator/host';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { root } from '@kosmokrator/testing/repository';
import { temporaryHome } from './open-store.js';
import { type SessionBus, startSessionBus } from './session-bus.js';

let emulator: Emulator;
beforeAll(async () => void (emulator = await startEmulator()));
beforeEach(() => emulator.reset());
afterAll(() => emulator.close());

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** Starts the command with the keychain of that bus, and no credentials. */
function startKosmo(bus: SessionBus, home: string, args: readonly string[]) {
  const kept = Object.entries(emulator.env).filter(([name]) => name.startsWith('KOSMO_'));
  const env = {
    ...Object.fromEntries(kept),
    PATH: process.env['PATH'],
    KOSMO_HOME: home,
    DBUS_SESSION_BUS_ADDRESS: bus.address,
  };
  const child = spawn(process.execPath, [`${root}/packages/cli/dist/bin.js`, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, ended: endOf(child) };
}

async function endOf(child: ChildProcess): Promise<Ended> {
  const closed = new Promise<Pick<Ended, 'code' | 'signal'>>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal })),
  );
  const [out, err] = await Promise.all([text(child.stdout!), text(child.stderr!)]);
  return { ...(await closed), out, err };
}

const create = 'app.integrations.upstash_redis_start.create_database({ account = "notes" })';
const createAndUse = [
  'lua',
  '--json',
  '--yes',
  '--eval',
  `${create} return app.integrations.upstash.notes.set_key({ key = "a", value = "b" }).result`,
];

/** Stores an account with a keychain that the command does not reach: whole, or its key where it is larger than `mostBytes`. */
async function storeInKeychain(home: string, mostBytes: number): Promise<void> {
  const items = new Map<string, string>();
  const keychain = {
    get: async (item: string) => items.get(item),
    async set(item: string, value: string) {
      if (value.length > mostBytes) throw new Error('too large');
      items.set(item, value);
    },
    delete: async (item: string) => items.delete(item),
  };
  const store = openAccountStore({ env: { KOSMO_HOME: home }, keychain });
  const upstash = await describeIntegration(loadCatalog(), 'upstash');
  await store.set(upstash, 'work', { redis_url: 'https://a.upstash.io', redis_token: 'canary-token' });
}

// On macOS and Windows the keychain is asked without a bus.
describe.runIf(process.platform === 'linux')('a keychain that', () => {
  const answers: Record<string, (caller: Socket) => void> = {
    'never answers': (caller) => caller.resume(),
    'hangs up': (caller) => caller.destroy(),
    'answers nonsense': (caller) => caller.resume().write(Buffer.alloc(5_000, 0xab)),
    'takes its time and hangs up': (caller) => setTimeout(() => caller.destroy(), 1_500),
    'lets anyone in and says no more': (caller) =>
      caller.on('data', () => caller.write('OK 0123456789abcdef0123456789abcdef\r\n')),
  };

  test.each(Object.entries(answers))('%s: the account is kept in a file', async (_what, answer) => {
    const bus = await startSessionBus(answer);
    const home = temporaryHome();
    const { code, out, err } = await startKosmo(bus, home, createAndUse).ended;
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({ ok: true, result: 'OK' });
    expect(emulator.startRedis.minted).toBe(1);
    expect(bus.calls()).toBeGreaterThan(0);
    expect(existsSync(join(home, 'accounts', 'accounts.key'))).toBe(true);
  });

  test('holds the key of all accounts and never answers: nothing is made, nothing changes', async () => {
    const home = temporaryHome();
    await storeInKeychain(home, 60);
    const file = join(home, 'accounts', 'accounts.json');
    const before = readFileSync(file, 'utf8');
    const bus = await startSessionBus(answers['never answers']!);
    const { code, out } = await startKosmo(bus, home, createAndUse).ended;
    expect(code).toBe(4);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      error: { code: 'missing_credentials', outcome: 'not_sent' },
    });
    expect(out).toContain(
      'its key is in the OS keychain, which cannot be reached: it did not answer within 3 s',
    );
    expect(emulator.startRedis.minted).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(existsSync(join(home, 'accounts', 'accounts.key'))).toBe(false);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('is asked when %s comes: the command ends', async (signal) => {
    const bus = await startSessionBus(answers['never answers']!);
    const { child, ended } = startKosmo(bus, temporaryHome(), createAndUse);
    await bus.called;
    child.kill(signal);
    expect(await ended).toMatchObject({ code: 130, err: '' });
    expect(emulator.startRedis.minted).toBe(0);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'is to forget an account when %s comes: it stays',
    async (signal) => {
      const home = temporaryHome();
      await storeInKeychain(home, Infinity);
      const file = join(home, 'accounts', 'accounts.json');
      const before = readFileSync(file, 'utf8');
      const bus = await startSessionBus(answers['never answers']!);
      const { child, ended } = startKosmo(bus, home, ['accounts', 'remove', 'upstash', 'work']);
      await bus.called;
      child.kill(signal);
      expect(await ended).toMatchObject({ code: null, signal });
      expect(readFileSync(file, 'utf8')).toBe(before);
    },
  );

  test('never answers is not asked for names', async () => {
    const home = temporaryHome();
    await storeInKeychain(home, Infinity);
    const bus = await startSessionBus(answers['never answers']!);
    const { code, out } = await startKosmo(bus, home, ['accounts', 'list', '--json']).ended;
    expect({ code, accounts: JSON.parse(out).data }).toMatchObject({
      code: 0,
      accounts: [{ integration: 'upstash', name: 'work', store: 'keychain' }],
    });
    expect(bus.calls()).toBe(0);
  });
});
