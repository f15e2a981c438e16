import { databaseLinks } from './database-page.js';
import type { StartDatabase } from './start-database.js';

/**
 * The reply to `GET /start-redis/metrics/{id}`. All figures are counted, `memory_bytes` as the backend counts it.
 * Source: https://upstash.com/docs/devops/developer-api/start-redis/metrics
 */
export async function databaseMetrics(database: StartDatabase, serviceUrl: string, now: number) {
  const { id, createdAt, expiresAt, meter } = database;
  const { keys, memoryBytes } = await database.usage();
  return {
    uptime_seconds: Math.floor((now - createdAt) / 1000),
    expires_at: new Date(expiresAt).toISOString().replace(/\.\d+Z$/, 'Z'),
    console_url: databaseLinks(serviceUrl, id).console,
    commands_total: meter.commands,
    commands_per_sec_1m: meter.commandsPerSecond(),
    keys,
    memory_bytes: memoryBytes,
    bytes_in: meter.bytesIn,
    bytes_out: meter.bytesOut,
  };
}
