import type { ApiHandler } from '../http/api-message.js';
import type { RedisBackend } from '../redis/backend.js';
import { lifetimeMs, startDatabase, type StartDatabase } from './start-database.js';

/** The databases that start-redis has made and that have not expired. */
export interface StartDatabases {
  /** Databases made so far. */
  readonly minted: number;
  /** Databases that hold memory now. */
  readonly live: number;
  /** The database with this id, made when there is none; calls at the same time get the same one. */
  open(id: string): Promise<StartDatabase>;
  find(id: string): Promise<StartDatabase | undefined>;
  /** Ends what has expired; done when its memory is given back. */
  sweep(): Promise<void>;
  /** Ends all of them and forgets that they were. */
  clear(): Promise<void>;
}

export interface StartDatabasesOptions {
  readonly backend: RedisBackend;
  /** Numbers of the backend from here on are free for these databases. */
  readonly firstIndex: number;
  readonly now: () => number;
  /** Opens a listener for a database and gives its URL. */
  readonly serve: (id: string, handle: ApiHandler) => Promise<string>;
}

/** Thrown when the backend has no room for another database. */
export class NoRoomError extends Error {}

interface Entry {
  readonly index: number;
  readonly expiresAt: number;
  readonly ready: Promise<StartDatabase>;
}

export function createStartDatabases(options: StartDatabasesOptions): StartDatabases {
  const { backend, firstIndex, now, serve } = options;
  const entries = new Map<string, Entry>();
  const ending = new Set<Promise<void>>();
  const freed: number[] = [];
  let nextIndex = firstIndex;
  let minted = 0;

  function liveEntry(id: string): Entry | undefined {
    const entry = entries.get(id);
    if (entry === undefined || now() < entry.expiresAt) return entry;
    end(id, entry);
    return undefined;
  }

  /** Registers the entry before anything is awaited, so that a second call with this id finds it. */
  function mint(id: string): Entry {
    const index = freed.pop() ?? nextIndex;
    if (index >= backend.capacity) throw new NoRoomError();
    if (index === nextIndex) nextIndex += 1;
    const expiresAt = now() + lifetimeMs;
    const isLive = () => liveEntry(id) === entry;
    const open = (handle: ApiHandler) => serve(id, handle);
    const ready = startDatabase({ id, index, backend, now, serve: open, isLive });
    const entry: Entry = { index, expiresAt, ready };
    entries.set(id, entry);
    ready.then(
      () => void (minted += 1),
      () => end(id, entry),
    );
    return entry;
  }

  function end(id: string, entry: Entry): void {
    if (entries.get(id) !== entry) return;
    entries.delete(id);
    const ended = giveBack(entry);
    ending.add(ended);
    // A database that cannot be ended stays in the set, and the next sweep says so.
    ended.then(
      () => ending.delete(ended),
      () => undefined,
    );
  }

  async function giveBack({ index, ready }: Entry): Promise<void> {
    await ready.catch(() => undefined);
    await backend.drop(index);
    freed.push(index);
  }

  return {
    get minted() {
      return minted;
    },
    get live() {
      return entries.size + ending.size;
    },
    open: async (id) => (liveEntry(id) ?? mint(id)).ready,
    find: async (id) => liveEntry(id)?.ready,
    async sweep() {
      for (const id of entries.keys()) liveEntry(id);
      await Promise.all(ending);
    },
    async clear() {
      for (const [id, entry] of entries) end(id, entry);
      await Promise.all(ending);
      minted = 0;
    },
  };
}
