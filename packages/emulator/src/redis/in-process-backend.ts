import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import type { Command, RedisBackend } from './backend.js';
import { contentBytes } from './content-bytes.js';
import { checkCommand, isKnownCommand } from './in-process-checks.js';
import { runCounter } from './in-process-counter.js';
import { capitalizeOptions } from './in-process-options.js';
import type { Reply } from './reply.js';

type MockMethod = (...args: (string | Buffer)[]) => Promise<unknown>;
type Mock = Record<string, MockMethod | undefined> & {
  readonly data: { keys(): string[]; get(key: string): unknown };
  disconnect(): void;
};
type MockConstructor = new (options: { host: string; db: number }) => Mock;

/**
 * Runs commands in ioredis-mock, for machines without redis-server. It covers the common commands only, and what
 * it lacks answers as an unavailable command does.
 */
export function createInProcessBackend(): RedisBackend {
  const require = createRequire(import.meta.url);
  const Redis = require('ioredis-mock') as MockConstructor;
  // The library keeps data by host and database number: a name of our own shares it with nobody.
  const host = randomUUID();
  const clients = new Map<number, Mock>();
  let tail: Promise<unknown> = Promise.resolve();

  function client(database: number): Mock {
    const known = clients.get(database) ?? new Redis({ host, db: database });
    clients.set(database, known);
    return known;
  }

  async function discard(database: number): Promise<void> {
    const mock = clients.get(database);
    clients.delete(database);
    await mock?.['flushdb']?.();
    mock?.disconnect();
  }

  /** One batch at a time, since a command here may take several steps. */
  function exclusively<T>(work: () => Promise<T>): Promise<T> {
    const result = tail.then(work);
    tail = result.catch(() => undefined);
    return result;
  }

  async function runAll(database: number, commands: readonly Command[]): Promise<Reply[]> {
    const replies: Reply[] = [];
    for (const command of commands) replies.push(await runCommand(client(database), command));
    return replies;
  }

  return {
    kind: 'in-process',
    version: `ioredis-mock ${(require('ioredis-mock/package.json') as { version: string }).version}`,
    run: (database, commands) => exclusively(() => runAll(database, commands)),
    transact: (database, commands) =>
      exclusively(async () => {
        for (const [name, ...args] of commands) {
          const refusal = await checkQueueing(client(database), name.toLowerCase(), args.map(String));
          if (refusal !== undefined) return refusal;
        }
        return runAll(database, commands);
      }),
    capacity: Number.POSITIVE_INFINITY,
    usage: (database) =>
      exclusively(() => {
        const { data } = client(database);
        const keys = data.keys();
        const memoryBytes = contentBytes(keys.flatMap((key) => [key, data.get(key)]));
        return Promise.resolve({ keys: keys.length, memoryBytes });
      }),
    drop: (database) => exclusively(() => discard(database)),
    close: () =>
      exclusively(async () => {
        for (const database of clients.keys()) await discard(database);
      }),
  };
}

/** A transaction is refused for an unknown command or a wrong count of arguments, not for what a key holds. */
async function checkQueueing(mock: Mock, name: string, args: readonly string[]) {
  if (method(mock, name) === undefined) return unknownCommand(name);
  const failure = await checkCommand(name, args, () => Promise.resolve('none'));
  return failure?.error.startsWith('ERR wrong number of arguments') ? failure : undefined;
}

async function runCommand(mock: Mock, [spelledName, ...spelledArgs]: Command): Promise<Reply> {
  const name = spelledName.toLowerCase();
  const args = capitalizeOptions(name, spelledArgs);
  const run = method(mock, name);
  if (run === undefined) return unknownCommand(name);
  const texts = args.map(String);
  const refusal = await checkCommand(name, texts, async (key) =>
    String((await mock['type']?.(key)) ?? 'string'),
  );
  if (refusal !== undefined) return refusal;
  const counted = await runCounter(name, texts, {
    read: async (key) => ((await mock['get']?.(key)) as string | null | undefined) ?? null,
    write: async (key, value) => void (await mock['set']?.(key, value, ...(await remainingTime(mock, key)))),
  });
  if (counted !== undefined) return counted;
  try {
    const reply = toReply(
      await run.apply(mock, name === 'set' ? await withoutKeepTtl(mock, args) : [...args]),
    );
    return corrections[name]?.(reply) ?? reply;
  } catch (error) {
    const text = toErrorText(error);
    return text.startsWith('ERR Unsupported command') ? unknownCommand(name) : { error: text };
  }
}

/** Replies that the library gets wrong. */
const corrections: Readonly<Record<string, (reply: Reply) => Reply>> = {
  // It gives what a key of another type holds.
  mget: (reply) =>
    Array.isArray(reply) ? reply.map((item: Reply) => (Buffer.isBuffer(item) ? item : null)) : reply,
  // It knows no type for a string of bytes.
  type: (reply) => reply ?? Buffer.from('string'),
};

type Arguments = readonly (string | Buffer)[];

/** The library lacks KEEPTTL, which is the remaining time set anew. */
async function withoutKeepTtl(mock: Mock, [key = '', value = '', ...options]: Arguments) {
  const others = options.filter((option) => option !== 'KEEPTTL');
  const kept = others.length < options.length ? await remainingTime(mock, String(key)) : [];
  return [key, value, ...others, ...kept];
}

async function remainingTime(mock: Mock, key: string): Promise<string[]> {
  const left = Number(await mock['pttl']?.(key));
  return left > 0 ? ['PX', String(left)] : [];
}

function method(mock: Mock, name: string): MockMethod | undefined {
  if (!isKnownCommand(name)) return undefined;
  const found = mock[`${name}Buffer`] ?? mock[name];
  return typeof found === 'function' ? found : undefined;
}

function unknownCommand(name: string): { error: string } {
  return { error: `ERR unknown command '${name}'` };
}

function toReply(value: unknown): Reply {
  if (value === null || value === undefined) return null;
  if (Buffer.isBuffer(value)) return value;
  if (typeof value === 'string') return Buffer.from(value);
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : Buffer.from(String(value));
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (Array.isArray(value)) return value.map(toReply);
  if (value instanceof Error) return { error: toErrorText(value) };
  // HGETALL comes as an object.
  return Object.entries(value).flatMap(([field, item]) => [Buffer.from(field), toReply(item)]);
}

function toErrorText(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  if (/does not contain|wrong kind of value/i.test(text)) {
    return 'WRONGTYPE Operation against a key holding the wrong kind of value';
  }
  return /^[A-Z]+ /.test(text) ? text : `ERR ${text}`;
}
