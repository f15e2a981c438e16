import { Command as WireCommand, Redis } from 'ioredis';
import type { Command, RedisBackend } from './backend.js';
import { redisDatabases } from './redis-configuration.js';
import type { RedisProcess } from './redis-process.js';
import { isFailure, type Reply, type ReplyFailure } from './reply.js';

/** Runs commands on a real Redis, with one connection for each database that is in use. */
export async function connectServerBackend(server: RedisProcess): Promise<RedisBackend> {
  const connections = new Map<number, Promise<Redis>>();

  function connection(database: number): Promise<Redis> {
    const known = connections.get(database);
    if (known !== undefined) return known;
    const forget = () => {
      // After a drop the number may have a newer connection already.
      if (connections.get(database) === opened) connections.delete(database);
    };
    const opened = open(server, database, forget);
    connections.set(database, opened);
    opened.catch(forget);
    return opened;
  }

  const info = await (await connection(0)).info('server');
  return {
    kind: 'redis-server',
    version: /^redis_version:(\S+)/m.exec(info)?.[1] ?? 'unknown',
    async run(database, commands) {
      const redis = await connection(database);
      return Promise.all(commands.map((command) => sendCommand(redis, command)));
    },
    async transact(database, commands) {
      const redis = await connection(database);
      // Written in one go: nobody else's command gets between MULTI and EXEC on this connection.
      const sent = [['MULTI'] as const, ...commands, ['EXEC'] as const];
      const replies = await Promise.all(sent.map((command) => sendCommand(redis, command)));
      const executed = replies.at(-1) as Reply[] | ReplyFailure;
      // Why a command was not queued says more than EXEC's refusal to run.
      return isFailure(executed) ? (replies.find(isFailure) ?? executed) : executed;
    },
    capacity: redisDatabases,
    async usage(database) {
      const redis = await connection(database);
      const [keys, memoryBytes] = await Promise.all([redis.dbsize(), memoryOf(redis)]);
      return { keys: Number(keys), memoryBytes };
    },
    async drop(database) {
      const redis = await connection(database);
      await redis.flushdb();
      connections.delete(database);
      redis.disconnect();
    },
    async close() {
      const settled = await Promise.allSettled(connections.values());
      for (const result of settled) if (result.status === 'fulfilled') result.value.disconnect();
      await server.stop();
    },
  };
}

async function open(server: RedisProcess, database: number, onEnd: () => void): Promise<Redis> {
  const redis = new Redis({
    host: '127.0.0.1',
    port: server.port,
    password: server.password,
    lazyConnect: true,
    stringNumbers: true,
    retryStrategy: null,
    maxRetriesPerRequest: 0,
  });
  // A lost connection fails the commands in flight; the next command opens another one.
  redis.on('error', () => undefined);
  redis.once('end', onEnd);
  await redis.connect();
  await redis.call(server.selectCommand, String(database));
  return redis;
}

/** The server's own figure for each key. It samples long values. */
async function memoryOf(redis: Redis): Promise<number> {
  let bytes = 0;
  let cursor = '0';
  do {
    const [next, keys] = await redis.scanBuffer(cursor, 'COUNT', 1000);
    const sizes = await Promise.all(keys.map((key) => redis.memory('USAGE', key)));
    for (const size of sizes) bytes += Number(size);
    cursor = next.toString();
  } while (cursor !== '0');
  return bytes;
}

async function sendCommand(redis: Redis, [name, ...args]: Command): Promise<Reply> {
  // In capitals the client library knows no command, so that it transforms neither arguments nor replies.
  const command = new WireCommand(name.toUpperCase(), args, { replyEncoding: null });
  try {
    return toReply(await redis.sendCommand(command));
  } catch (error) {
    if (error instanceof Error && error.name === 'ReplyError') return { error: error.message };
    throw error;
  }
}

/** With `stringNumbers` and no encoding the parser gives strings for integers and buffers for strings. */
function toReply(value: unknown): Reply {
  if (value === null || Buffer.isBuffer(value)) return value;
  if (typeof value === 'string') return BigInt(value);
  if (Array.isArray(value)) return value.map(toReply);
  if (value instanceof Error) return { error: value.message };
  throw new TypeError(`unexpected reply of type ${typeof value}`);
}
