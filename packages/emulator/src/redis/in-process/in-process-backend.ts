import { createRequire } from 'node:module';
import type { Command, RedisBackend } from '../backend.js';
import type { Reply, ReplyFailure } from '../reply.js';
import { bitCommands } from './commands/bit-commands.js';
import type { CommandTable, Result, StoreCommand } from './commands/command.js';
import { contentBytes } from './content-bytes.js';
import { createDatabase, type Database } from './database.js';
import { expiryCommands } from './commands/expiry-commands.js';
import { hashCommands } from './commands/hash-commands.js';
import { keyCommands } from './commands/key-commands.js';
import { listCommands } from './commands/list-commands.js';
import { RedisError, wrongNumberOfArguments } from './redis-error.js';
import { serverCommands } from './commands/server-commands.js';
import { setCommands } from './commands/set-commands.js';
import { sortedSetCommands } from './commands/sorted-set-commands.js';
import { sortedSetRangeCommands } from './commands/sorted-set-range-commands.js';
import { stringCommands } from './commands/string-commands.js';

/** All that the store does. */
export const inProcessCommands: ReadonlyMap<string, StoreCommand> = new Map(
  [
    stringCommands,
    bitCommands,
    keyCommands,
    expiryCommands,
    hashCommands,
    listCommands,
    setCommands,
    sortedSetCommands,
    sortedSetRangeCommands,
    serverCommands,
  ].flatMap((table: CommandTable) => Object.entries(table)),
);

/**
 * Runs the common commands in this process, for machines without redis-server. What it does it does as Redis does; the
 * rest is refused with an error that says so.
 */
export function createInProcessBackend(): RedisBackend {
  const databases = new Map<number, Database>();

  function database(number: number): Database {
    const known = databases.get(number) ?? createDatabase();
    databases.set(number, known);
    return known;
  }

  // Nothing is awaited here, so that no command comes between two of one call.
  function runAll(number: number, commands: readonly Command[]): Reply[] {
    return commands.map((command) => runCommand(database(number), command));
  }

  return {
    kind: 'in-process',
    version: (createRequire(import.meta.url)('../../../package.json') as { version: string }).version,
    run: (number, commands) => Promise.resolve(runAll(number, commands)),
    transact: (number, commands) => {
      const refusal = commands.map(refuseQueueing).find((failure) => failure !== undefined);
      return Promise.resolve(refusal ?? runAll(number, commands));
    },
    capacity: Number.POSITIVE_INFINITY,
    usage: (number) => {
      const keys = database(number).keys();
      return Promise.resolve({ keys: keys.length, memoryBytes: contentBytes(database(number), keys) });
    },
    drop: (number) => Promise.resolve(void databases.delete(number)),
    close: () => Promise.resolve(databases.clear()),
  };
}

/** A transaction is refused for a command that is not there or has a wrong count of arguments. */
function refuseQueueing(command: Command): ReplyFailure | undefined {
  try {
    findCommand(command);
    return undefined;
  } catch (error) {
    return toFailure(error);
  }
}

function runCommand(database: Database, command: Command): Reply {
  try {
    const [, ...args] = command;
    const texts = args.map((arg) => Buffer.from(arg).toString('latin1'));
    return toReply(findCommand(command).run(database, texts));
  } catch (error) {
    return toFailure(error);
  }
}

function findCommand(command: Command): StoreCommand {
  const name = command[0].toLowerCase();
  const found = inProcessCommands.get(name);
  if (found === undefined) throw new RedisError(`ERR unknown command '${command[0]}'`);
  const { arity } = found;
  const size = command.length;
  if (arity < 0 ? size < -arity : size !== arity) throw wrongNumberOfArguments(name);
  return found;
}

function toReply(result: Result): Reply {
  if (typeof result === 'string') return Buffer.from(result, 'latin1');
  if (typeof result === 'number') return BigInt(result);
  if (typeof result === 'object' && result !== null) return result.map(toReply);
  return result;
}

function toFailure(error: unknown): ReplyFailure {
  if (error instanceof RedisError) return { error: error.message };
  throw error;
}
