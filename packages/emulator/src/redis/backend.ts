import type { Reply, ReplyFailure } from './reply.js';

/** A command: its name as the caller spelled it, then its arguments. */
export type Command = readonly [name: string, ...args: (string | Buffer)[]];

/** What a database holds. */
export interface DatabaseUsage {
  readonly keys: number;
  /** Bytes that keys and values take in memory; the in-process store counts their content only. */
  readonly memoryBytes: number;
}

/** Where commands run. Databases are numbered from 0, share no key, and exist as soon as they are used. */
export interface RedisBackend {
  /** `redis-server`: a real one in its own process. `in-process`: a store of this package. */
  readonly kind: 'redis-server' | 'in-process';
  /** Version of the server, or of this package. */
  readonly version: string;
  /** Runs commands in order; others may run in between. A failed command is a failure in its place. */
  run(database: number, commands: readonly Command[]): Promise<Reply[]>;
  /** Runs commands with nothing in between; a failure instead of a list means that none of them ran. */
  transact(database: number, commands: readonly Command[]): Promise<Reply[] | ReplyFailure>;
  /** How many databases there can be; their numbers are below this. */
  readonly capacity: number;
  /** What a database holds now. */
  usage(database: number): Promise<DatabaseUsage>;
  /** Empties a database and lets go of what served it. The next command finds it new. */
  drop(database: number): Promise<void>;
  close(): Promise<void>;
}
