import { Command as WireCommand, Redis } from 'ioredis';
import type { Command, RedisBackend } from './backend.js';
import { createGate } from './gate.js';
import { redisDatabases } from './redis-configuration.js';
import type { RedisProcess } from './redis-process.js';
import { isFailure, type Reply, type ReplyFailure } from './reply.js';
import { endedWithRedis, readEndedScript, runsScript, withinLimit } from './running-script.js';
import { createScriptTranslator } from './vendor-scripts.js';

/**
 * Runs commands on a real Redis, with one connection for each database that is in use. `restart` gives another server
 * when this one is lost to a script that does not end.
 */
export async function connectServerBackend(
  first: RedisProcess,
  restart: () => Promise<RedisProcess>,
): Promise<RedisBackend> {
  let server = first;
  let control = await connect(server);
  let closed = false;
  const connections = new Map<number, Promise<Redis>>();
  const translate = createScriptTranslator();
  // While a script runs for long, Redis answers other commands with BUSY; here they wait for its end.
  const gate = createGate();

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

  async function startAnew(): Promise<void> {
    await server.stop();
    connections.clear();
    server = await restart();
    control = await connect(server);
    if (closed) await server.stop();
  }

  function perform<T>(commands: readonly Command[], work: () => Promise<T>, lost: () => T): Promise<T> {
    if (!commands.some(runsScript)) return gate.shared(work);
    return gate.exclusive(() => withinLimit(work, control, startAnew, lost));
  }

  return {
    kind: 'redis-server',
    version: /^redis_version:(\S+)/m.exec(await control.info('server'))?.[1] ?? 'unknown',
    run(database, commands) {
      const translated = commands.map(translate);
      const work = async () => {
        const redis = await connection(database);
        const replies = await Promise.all(translated.map(({ command }) => sendCommand(redis, command)));
        return replies.map((reply, index) => readEndedScript(translated[index]?.read(reply) ?? null));
      };
      return perform(commands, work, () => commands.map(() => endedWithRedis));
    },
    transact(database, commands) {
      const translated = commands.map(translate);
      const work = async () => {
        const redis = await connection(database);
        // Written in one go: nobody else's command gets between MULTI and EXEC on this connection.
        const sent = [['MULTI'] as const, ...translated.map(({ command }) => command), ['EXEC'] as const];
        const replies = await Promise.all(sent.map((command) => sendCommand(redis, command)));
        const executed = replies.at(-1) as Reply[] | ReplyFailure;
        // Why a command was not queued says more than EXEC's refusal to run.
        if (isFailure(executed)) return replies.find(isFailure) ?? executed;
        return executed.map((reply, index) => readEndedScript(translated[index]?.read(reply) ?? null));
      };
      return perform<Reply[] | ReplyFailure>(commands, work, () => endedWithRedis);
    },
    capacity: redisDatabases,
    usage: (database) =>
      gate.shared(async () => {
        const redis = await connection(database);
        const [keys, memoryBytes] = await Promise.all([redis.dbsize(), memoryOf(redis)]);
        return { keys: Number(keys), memoryBytes };
      }),
    drop: (database) =>
      gate.shared(async () => {
        const redis = await connection(database);
        await redis.flushdb();
        connections.delete(database);
        redis.disconnect();
      }),
    async close() {
      closed = true;
      const settled = await Promise.allSettled(connections.values());
      for (const result of settled) if (result.status === 'fulfilled') result.value.disconnect();
      control.disconnect();
      await server.stop();
    },
  };
}

async function open(server: RedisProcess, database: number, onEnd: () => void): Promise<Redis> {
  const redis = await connect(server);
  redis.once('end', onEnd);
  await redis.call(server.selectCommand, String(database));
  return redis;
}

async function connect(server: RedisProcess): Promise<Redis> {
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
  await redis.connect();
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
