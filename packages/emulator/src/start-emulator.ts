import { createClock } from './clock.js';
import { describeEndpoints, redisService, startRedisService } from './describe-endpoints.js';
import type { Emulator, EmulatorOptions } from './emulator.js';
import { createPlanetscale } from './planetscale/create-planetscale.js';
import { startBackend } from './redis/start-backend.js';
import { createRequestLog } from './request-log.js';
import { createServiceListeners } from './service-listeners.js';
import { planetscaleReplies, platformReplies, redisReplies, startRedisReplies } from './service-replies.js';
import { createStartRedis } from './start-redis/create-start-redis.js';
import { seedAccount } from './upstash-platform/account.js';
import type { MeteredUse } from './upstash-platform/database-stats.js';
import { createPlatformHandler } from './upstash-platform/platform-handler.js';
import { createDatabaseHandler } from './upstash-rest/database-handler.js';
import { createUsageMeter } from './upstash-rest/usage-meter.js';

/**
 * Starts local servers for the Upstash Redis REST API, the Upstash platform API, start-redis and the PlanetScale API,
 * each on a free port of loopback. Secrets are fresh for every emulator.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { redis = 'auto', host = '127.0.0.1', now = Date.now } = options;
  const backend = await startBackend(redis);
  const clock = createClock(now);
  const log = createRequestLog();
  const { serve, close: closeListeners } = createServiceListeners(host, log);
  const account = seedAccount();
  const planetscale = createPlanetscale(options.planetscaleRequestsPerMinute, clock.now);
  const startRedis = createStartRedis({
    backend,
    firstIndex: account.databases.length,
    clock,
    requestsPerMinute: options.startRedisRequestsPerMinute,
    listen: (id, handle) => serve({ ...redisReplies, name: redisService(id), handle }),
  });

  const uses = new Map<string, MeteredUse>();

  async function stop(): Promise<void> {
    startRedis.stop();
    await closeListeners();
    await backend.close();
  }

  try {
    const databases = [];
    for (const database of account.databases) {
      const meter = createUsageMeter(clock.now);
      const handle = meter.countBytes(createDatabaseHandler(database, meter.countCommands(backend)));
      uses.set(database.id, { meter, usage: () => backend.usage(database.index) });
      const { url } = await serve({ ...redisReplies, name: redisService(database.name), handle });
      const { id, name, token, readOnlyToken } = database;
      databases.push({ id, name, url, token, readOnlyToken });
    }
    const [first] = databases;
    if (first === undefined) throw new Error('the account given as seed has no database');
    const platform = await serve({
      ...platformReplies,
      name: 'upstash-platform',
      handle: createPlatformHandler(account, { uses, now: clock.now }),
    });
    const start = await serve({ ...startRedisReplies, name: startRedisService, handle: startRedis.handle });
    const planets = await serve({ ...planetscaleReplies, name: 'planetscale', handle: planetscale.handle });
    const platformUrl = `${platform.url}/v2`;
    const startRedisUrl = `${start.url}/start-redis`;
    const planetscaleUrl = `${planets.url}/v1`;
    let closed: Promise<void> | undefined;
    return {
      env: {
        UPSTASH_REDIS_REST_URL: first.url,
        UPSTASH_REDIS_REST_TOKEN: first.token,
        UPSTASH_EMAIL: account.email,
        UPSTASH_API_KEY: account.apiKey,
        PLANETSCALE_SERVICE_TOKEN_ID: planetscale.credentials.serviceTokenId,
        PLANETSCALE_SERVICE_TOKEN: planetscale.credentials.serviceToken,
        KOSMO_ALLOW_LOOPBACK_HTTP: '1',
        KOSMO_UPSTASH_PLATFORM_BASE_URL: platformUrl,
        KOSMO_UPSTASH_REDIS_START_START_BASE_URL: start.url,
        KOSMO_PLANETSCALE_API_BASE_URL: planetscaleUrl,
      },
      endpoints: describeEndpoints({ databases, platformUrl, startRedisUrl, planetscaleUrl }),
      backend: { kind: backend.kind, version: backend.version },
      databases,
      tokens: {
        redisReadOnly: first.readOnlyToken,
        planetscaleAccess: planetscale.credentials.accessToken,
      },
      startRedis: {
        url: startRedisUrl,
        get minted() {
          return startRedis.databases.minted;
        },
        get live() {
          return startRedis.databases.live;
        },
        advance: startRedis.advance,
      },
      requests: log.requests,
      async reset() {
        await startRedis.reset();
        await Promise.all(account.databases.map(({ index }) => backend.run(index, [['FLUSHDB']])));
        for (const { meter } of uses.values()) meter.reset();
        planetscale.reset();
        log.clear();
      },
      close: () => (closed ??= stop()),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
