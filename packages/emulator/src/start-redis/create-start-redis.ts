import type { Clock } from '../clock.js';
import type { ApiHandler } from '../http/api-message.js';
import type { Listener } from '../http/listen.js';
import { createRateLimit } from '../http/rate-limit.js';
import type { RedisBackend } from '../redis/backend.js';
import { createStartDatabases, type StartDatabases } from './start-databases.js';
import { createStartRedisHandler } from './start-redis-handler.js';

const sweepEveryMs = 60_000;

export interface CreateStartRedisOptions {
  readonly backend: RedisBackend;
  /** Numbers of the backend from here on are free. */
  readonly firstIndex: number;
  readonly clock: Clock;
  readonly requestsPerMinute: number | undefined;
  /** Opens a listener for the database with this id. */
  readonly listen: (id: string, handle: ApiHandler) => Promise<Listener>;
}

/** The service with all that it holds. */
export interface StartRedisService {
  readonly handle: ApiHandler;
  readonly databases: Pick<StartDatabases, 'minted' | 'live'>;
  /** Puts the clock forward and ends what has expired by then. */
  advance(milliseconds: number): Promise<void>;
  /** No databases, none minted, the clock as it was. */
  reset(): Promise<void>;
  /** Ends the sweeping; the listeners are the caller's. */
  stop(): void;
}

export function createStartRedis(options: CreateStartRedisOptions): StartRedisService {
  const { backend, firstIndex, clock, requestsPerMinute, listen } = options;
  const opened: Listener[] = [];
  const databases = createStartDatabases({
    backend,
    firstIndex,
    now: clock.now,
    async serve(id, handle) {
      const listener = await listen(id, handle);
      opened.push(listener);
      return listener.url;
    },
  });
  const rateLimit =
    requestsPerMinute === undefined ? undefined : createRateLimit(requestsPerMinute, clock.now);
  // Time also passes while nobody asks. A failure shows in the next sweep that somebody waits for.
  const timer = setInterval(() => void databases.sweep().catch(() => undefined), sweepEveryMs).unref();
  return {
    handle: createStartRedisHandler({ databases, now: clock.now, rateLimit }),
    databases,
    async advance(milliseconds) {
      clock.advance(milliseconds);
      await databases.sweep();
    },
    async reset() {
      await databases.clear();
      await Promise.all(opened.splice(0).map((listener) => listener.close()));
      clock.reset();
    },
    stop: () => clearInterval(timer),
  };
}
