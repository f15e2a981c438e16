import { randomUUID } from 'node:crypto';
import { jsonReply, type ApiHandler, type ApiReply, type ApiRequest } from '../http/api-message.js';
import { createRouter, type Route } from '../http/create-router.js';
import type { RateLimit } from '../http/rate-limit.js';
import { databaseMetrics } from './database-metrics.js';
import { consolePage, databasePage, instructionsPage } from './database-page.js';
import { refuse, textReply } from './refusal.js';
import { noRoom, notUuid4, rateLimited, unknownDatabase, unknownPath, wrongMethod } from './refusals.js';
import type { StartDatabase } from './start-database.js';
import { NoRoomError, type StartDatabases } from './start-databases.js';

const uuid4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export interface StartRedisOptions {
  readonly databases: StartDatabases;
  readonly now: () => number;
  /** Counts the requests of all clients together. */
  readonly rateLimit?: RateLimit | undefined;
}

/** Redis for agents under `/start-redis`: databases without an account. */
export function createStartRedisHandler(options: StartRedisOptions): ApiHandler {
  const { rateLimit } = options;
  const route = createRouter(routes(options), {
    notFound: (request) => refuse(request, unknownPath),
    methodNotAllowed: (request) => refuse(request, wrongMethod),
  });
  return (request) => {
    const waitMs = rateLimit?.() ?? 0;
    return waitMs > 0 ? refuse(request, rateLimited(Math.ceil(waitMs / 1000))) : route(request);
  };
}

function routes({ databases, now }: StartRedisOptions): Route[] {
  /** An id in capitals is the same id. An expired one makes a new database: the vendor does not say. */
  async function create(request: ApiRequest): Promise<ApiReply> {
    const id = (request.headers['idempotency-key']?.toString() ?? randomUUID()).toLowerCase();
    if (!uuid4.test(id)) return refuse(request, notUuid4);
    try {
      return markdown(databasePage(await databases.open(id), serviceUrl(request)));
    } catch (error) {
      if (error instanceof NoRoomError) return refuse(request, noRoom);
      throw error;
    }
  }

  const withDatabase =
    (reply: (database: StartDatabase, request: ApiRequest) => ApiReply | Promise<ApiReply>) =>
    async ({ id = '' }: Record<string, string>, request: ApiRequest): Promise<ApiReply> => {
      const database = await databases.find(id.toLowerCase());
      return database === undefined ? refuse(request, unknownDatabase) : reply(database, request);
    };
  const metrics = async (database: StartDatabase, request: ApiRequest) =>
    jsonReply(200, await databaseMetrics(database, serviceUrl(request), now()));

  return [
    { method: 'POST', path: '/start-redis', handle: (_, request) => create(request) },
    {
      method: 'GET',
      path: '/start-redis',
      handle: (_, request) => markdown(instructionsPage(serviceUrl(request))),
    },
    { method: 'GET', path: '/start-redis/metrics/{id}', handle: withDatabase(metrics) },
    {
      method: 'GET',
      path: '/start-redis/console/{id}',
      handle: withDatabase((database) => markdown(consolePage(database))),
    },
  ];
}

function serviceUrl({ origin }: ApiRequest): string {
  return `${origin}/start-redis`;
}

function markdown(text: string): ApiReply {
  return textReply(200, 'text/markdown', text);
}
