import type { Command, RedisBackend } from '../src/redis/backend.js';
import { isFailure, type Reply } from '../src/redis/reply.js';
import { stage } from './store-cases.js';

/** A reply that can be compared: bytes as text of one character each, errors as their text. */
export type PlainReply = null | string | bigint | readonly PlainReply[];

export function plainReply(reply: Reply): PlainReply {
  if (Buffer.isBuffer(reply)) return reply.toString('latin1');
  if (isFailure(reply)) return `error: ${reply.error}`;
  return typeof reply === 'object' && reply !== null ? reply.map(plainReply) : reply;
}

/** The replies of these commands on a fresh stage, and what is there afterwards. */
export async function runOnStage(
  backend: RedisBackend,
  database: number,
  commands: readonly (readonly string[])[],
) {
  await backend.run(database, [['FLUSHDB'], ...(stage as readonly Command[])]);
  const replies = (await backend.run(database, commands as readonly Command[])).map(plainReply);
  const shown = replies.map((reply, index) => steady(commands[index]?.[0] ?? '', reply));
  return { replies: shown, state: await readState(backend, database) };
}

async function readState(backend: RedisBackend, database: number) {
  const run = async (commands: readonly (readonly string[])[]) =>
    (await backend.run(database, commands as readonly Command[])).map(plainReply);
  const [keys] = await run([['KEYS', '*']]);
  const names = (keys as readonly string[]).toSorted().map((key) => Buffer.from(key, 'latin1').toString());
  const kinds = (await run(names.map((name) => ['TYPE', name]))).map(String);
  const values = await run(names.map((name, at) => readers[kinds[at] ?? '']?.(name) ?? ['GET', name]));
  const ends = await run(names.map((name) => ['TTL', name]));
  return names.map((name, at): PlainReply => {
    const kind = kinds[at] ?? '';
    return [name, kind, steady(kind, values[at] ?? null), steady('TTL', ends[at] ?? null)];
  });
}

const readers: Readonly<Record<string, (key: string) => string[]>> = {
  list: (key) => ['LRANGE', key, '0', '-1'],
  hash: (key) => ['HGETALL', key],
  set: (key) => ['SMEMBERS', key],
  zset: (key) => ['ZRANGE', key, '0', '-1', 'WITHSCORES'],
};

/** Time goes on while the cases run. */
function steady(command: string, reply: PlainReply): PlainReply {
  const unit = { TTL: 10n, EXPIRETIME: 10n, PTTL: 10_000n, PEXPIRETIME: 10_000n }[command];
  if (typeof reply === 'bigint' && unit !== undefined && reply > 0n) return (reply + unit / 2n) / unit;
  const short = scored.test(command) ? shortNumbers(reply) : reply;
  const size = groups.get(command);
  return size === undefined ? short : inOrder(short, size);
}

/** What Redis gives in no order, by how many items belong together. */
const groups = new Map([
  ...[
    'KEYS',
    'HKEYS',
    'HVALS',
    'HRANDFIELD',
    'SMEMBERS',
    'SINTER',
    'SUNION',
    'SDIFF',
    'SPOP',
    'SRANDMEMBER',
  ].map((name) => [name, 1] as const),
  ...['SCAN', 'SSCAN', 'set'].map((name) => [name, 1] as const),
  ...['HGETALL', 'HSCAN', 'ZSCAN', 'hash'].map((name) => [name, 2] as const),
]);

function inOrder(reply: PlainReply, size: number): PlainReply {
  if (typeof reply !== 'object' || reply === null) return reply;
  // A walk gives its cursor before the list.
  if (reply.some((item) => typeof item === 'object')) return reply.map((item) => inOrder(item, size));
  const items = reply.flatMap((_, at) => (at % size === 0 ? [toText(reply.slice(at, at + size))] : []));
  return items.toSorted();
}

/**
 * Redis 7.0 prints scores with more digits than they need, and newer ones do not. Sums of fractions it makes with as
 * many bits as the processor has for it.
 */
const scored = /^(z|incrbyfloat$|hincrbyfloat$|string$)/i;

function shortNumbers(reply: PlainReply): PlainReply {
  if (typeof reply === 'object' && reply !== null) return reply.map(shortNumbers);
  const isNumber = typeof reply === 'string' && /^-?\d+(\.\d+)?(e[+-]\d+)?$/.test(reply);
  return isNumber ? String(Number(reply)) : reply;
}

/** Text for comparison. */
export function toText(replies: readonly PlainReply[]): string {
  return JSON.stringify(replies, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
}
