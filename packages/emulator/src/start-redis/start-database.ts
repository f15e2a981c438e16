import { randomBytes } from 'node:crypto';
import type { ApiHandler } from '../http/api-message.js';
import type { DatabaseUsage, RedisBackend } from '../redis/backend.js';
import { createDatabaseHandler, errorReply } from '../upstash-rest/database-handler.js';
import { createUsageMeter, type UsageMeter } from '../upstash-rest/usage-meter.js';

/** How long a database lives. Source: https://upstash.com/docs/devops/developer-api/start-redis/create */
export const lifetimeMs = 3 * 86_400_000;

/** A database that start-redis made. */
export interface StartDatabase {
  readonly id: string;
  /** Base URL of its REST API: an origin of its own, as the vendor gives one. */
  readonly url: string;
  /** Reads and writes. */
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly meter: UsageMeter;
  usage(): Promise<DatabaseUsage>;
}

export interface StartDatabaseOptions {
  readonly id: string;
  /** Number of the database in the backend. */
  readonly index: number;
  readonly backend: RedisBackend;
  readonly now: () => number;
  /** Opens a listener for the database and gives its URL. */
  readonly serve: (handle: ApiHandler) => Promise<string>;
  /** Asked before each request: a number in the backend outlives its database. */
  readonly isLive: () => boolean;
}

/** Opens the REST endpoint of a new database. */
export async function startDatabase(options: StartDatabaseOptions): Promise<StartDatabase> {
  const { id, index, backend, now, serve, isLive } = options;
  const createdAt = now();
  const token = randomBytes(45).toString('base64url');
  const meter = createUsageMeter(now);
  const run = createDatabaseHandler({ index, token }, meter.countCommands(backend));
  const url = await serve(meter.countBytes((request) => (isLive() ? run(request) : endedDatabase())));
  const usage = () => backend.usage(index);
  return { id, url, token, createdAt, expiresAt: createdAt + lifetimeMs, meter, usage };
}

/**
 * Assumption: the vendor documents no reply of a deleted database. Its token belongs to nothing any more, so the
 * endpoint answers as it does to a wrong token, and only the expiry date tells a host what has happened.
 */
function endedDatabase() {
  return errorReply(401, 'WRONGPASS invalid or missing auth token');
}
