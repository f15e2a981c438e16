import type { EmulatedDatabase, EmulatorEndpoint } from './emulator.js';

/** Base URLs of the services, as their endpoints begin. */
export interface ServedUrls {
  readonly databases: readonly EmulatedDatabase[];
  readonly platformUrl: string;
  readonly startRedisUrl: string;
  readonly planetscaleUrl: string;
}

/** Everything that is served, in the order in which people look for it. */
export function describeEndpoints(served: ServedUrls): EmulatorEndpoint[] {
  const { databases, platformUrl, startRedisUrl, planetscaleUrl } = served;
  const organization = `${planetscaleUrl}/organizations/{organization}`;
  const basic = 'Basic email:api_key';
  const either = 'service_token_id:service_token, or Bearer OAuth token';
  return [
    ...databases.flatMap(({ name, url }) => redisEndpoints(name, url)),
    get('List databases', 'upstash-platform', `${platformUrl}/redis/databases`, basic),
    get('Get database', 'upstash-platform', `${platformUrl}/redis/database/{id}`, basic),
    get('List teams', 'upstash-platform', `${platformUrl}/teams`, basic),
    get('List team members', 'upstash-platform', `${platformUrl}/teams/{team_id}`, basic),
    { ...get('Create Redis', startRedisService, startRedisUrl, 'none'), method: 'POST' },
    get('How to create Redis', startRedisService, startRedisUrl, 'none'),
    get('Redis metrics', startRedisService, `${startRedisUrl}/metrics/{id}`, 'none'),
    get('Redis console', startRedisService, `${startRedisUrl}/console/{id}`, 'none'),
    get('Current user', 'planetscale', `${planetscaleUrl}/user`, either),
    get('List organizations', 'planetscale', `${planetscaleUrl}/organizations`, either),
    get('List databases', 'planetscale', `${organization}/databases`, either),
    { ...get('Create database', 'planetscale', `${organization}/databases`, either), method: 'POST' },
    get('Get database', 'planetscale', `${organization}/databases/{database}`, either),
    get('List branches', 'planetscale', `${organization}/databases/{database}/branches`, either),
    get('Get branch', 'planetscale', `${organization}/databases/{database}/branches/{branch}`, either),
  ];
}

function redisEndpoints(name: string, url: string): EmulatorEndpoint[] {
  const post = { service: redisService(name), method: 'POST', auth: 'Bearer REST token' };
  return [
    { ...post, name: `Redis command (${name})`, url: `${url}/` },
    { ...post, name: `Redis pipeline (${name})`, url: `${url}/pipeline` },
    { ...post, name: `Redis transaction (${name})`, url: `${url}/multi-exec` },
  ];
}

/** Name of the listener of start-redis. */
export const startRedisService = 'start-redis';

/** Name of the listener of one database. */
export function redisService(databaseName: string): string {
  return `upstash-redis/${databaseName}`;
}

function get(name: string, service: string, url: string, auth: string): EmulatorEndpoint {
  return { name, service, method: 'GET', url, auth };
}
