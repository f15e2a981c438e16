import { randomBytes } from 'node:crypto';
import { describeEndpoints, redisService } from './describe-endpoints.js';
import type { Emulator, EmulatorOptions } from './emulator.js';
import type { ApiHandler, ApiReply } from './http/api-message.js';
import { listen, type Listener } from './http/listen.js';
import { planetscaleError } from './planetscale/errors.js';
import { createPlanetscaleHandler } from './planetscale/planetscale-handler.js';
import { createRateLimit } from './planetscale/rate-limit.js';
import { defaultRegion } from './planetscale/regions.js';
import { seedState } from './planetscale/state.js';
import { startBackend } from './redis/start-backend.js';
import { createRequestLog } from './request-log.js';
import { seedAccount } from './upstash-platform/account.js';
import { createPlatformHandler, platformError } from './upstash-platform/platform-handler.js';
import {
  createDatabaseHandler,
  errorReply,
  maxRequestBytes,
  oversizedRequest,
} from './upstash-rest/database-handler.js';

/**
 * Starts local servers for the Upstash Redis REST API, the Upstash platform API and the PlanetScale API, each on a
 * free port of loopback. Secrets are fresh for every emulator.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { redis = 'auto', host = '127.0.0.1', planetscaleRequestsPerMinute } = options;
  const backend = await startBackend(redis);
  const log = createRequestLog();
  const listeners: Listener[] = [];

  async function serve(service: Service): Promise<string> {
    const { name, handle, logPath = (path: string) => path, ...rest } = service;
    const onRequest = (method: string, path: string) => log.record(name, method, logPath(path));
    const listener = await listen({ host, handle, maxBodyBytes: maxRequestBytes, onRequest, ...rest });
    listeners.push(listener);
    return listener.url;
  }

  async function stop(): Promise<void> {
    await Promise.all(listeners.map((listener) => listener.close()));
    await backend.close();
  }

  try {
    const account = seedAccount();
    const databases = [];
    for (const database of account.databases) {
      const handle = createDatabaseHandler(database, backend);
      const url = await serve({ ...redisReplies, name: redisService(database.name), handle });
      const { id, name, token, readOnlyToken } = database;
      databases.push({ id, name, url, token, readOnlyToken });
    }
    const platform = await serve({
      ...platformReplies,
      name: 'upstash-platform',
      handle: createPlatformHandler(account),
    });
    const planetscale = createPlanetscale(planetscaleRequestsPerMinute);
    const planetscaleUrl = `${await serve({ ...planetscaleReplies, name: 'planetscale', handle: planetscale.handle })}/v1`;
    const platformUrl = `${platform}/v2`;
    const [first] = databases;
    if (first === undefined) throw new Error('the seeded account has no database');
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
        KOSMO_PLANETSCALE_API_BASE_URL: planetscaleUrl,
      },
      endpoints: describeEndpoints(databases, platformUrl, planetscaleUrl),
      backend: { kind: backend.kind, version: backend.version },
      databases,
      tokens: {
        redisReadOnly: first.readOnlyToken,
        planetscaleAccess: planetscale.credentials.accessToken,
      },
      requests: log.requests,
      async reset() {
        await Promise.all(account.databases.map(({ index }) => backend.run(index, [['FLUSHDB']])));
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

interface Service {
  readonly name: string;
  readonly handle: ApiHandler;
  readonly oversized: (bytes: number) => ApiReply;
  readonly failed: () => ApiReply;
  /** What of a path may be logged; all of it when absent. */
  readonly logPath?: (path: string) => string;
}

const redisReplies = {
  oversized: oversizedRequest,
  failed: () => errorReply(500, 'ERR internal error'),
  // The path form of a command carries keys and values.
  logPath: (path: string) => `/${path.split('/')[1] ?? ''}`,
};

const platformReplies = {
  oversized: () => platformError(400, 'Request too large'),
  failed: () => platformError(500, 'Internal error'),
};

const planetscaleReplies = {
  oversized: () => planetscaleError(400, 'bad_request', 'Request too large'),
  failed: () => planetscaleError(500, 'internal_server_error', 'Internal Server Error'),
};

function createPlanetscale(requestsPerMinute: number | undefined) {
  const credentials = {
    serviceTokenId: randomBytes(6).toString('hex'),
    serviceToken: `pscale_tkn_${randomBytes(24).toString('base64url')}`,
    accessToken: `pscale_oauth_${randomBytes(24).toString('base64url')}`,
  };
  let state = seedState(defaultRegion);
  const rateLimit = requestsPerMinute === undefined ? undefined : createRateLimit(requestsPerMinute);
  const handle = createPlanetscaleHandler({ credentials, state: () => state, rateLimit });
  const reset = () => void (state = seedState(defaultRegion));
  return { credentials, handle, reset };
}
