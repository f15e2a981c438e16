import { planetscaleError } from './planetscale/errors.js';
import type { ServiceReplies } from './service-listeners.js';
import { refuse } from './start-redis/refusal.js';
import { internalError, oversized } from './start-redis/refusals.js';
import { platformError } from './upstash-platform/platform-handler.js';
import { errorReply, oversizedRequest } from './upstash-rest/database-handler.js';

export const redisReplies: ServiceReplies = {
  oversized: oversizedRequest,
  failed: () => errorReply(500, 'ERR internal error'),
  // The path form of a command carries keys and values.
  logPath: (path) => `/${path.split('/')[1] ?? ''}`,
};

export const platformReplies: ServiceReplies = {
  oversized: () => platformError(400, 'Request too large'),
  failed: () => platformError(500, 'Internal error'),
};

export const startRedisReplies: ServiceReplies = {
  oversized: (bytes, headers) => refuse({ headers }, oversized(bytes)),
  failed: (headers) => refuse({ headers }, internalError),
};

export const planetscaleReplies: ServiceReplies = {
  oversized: () => planetscaleError(400, 'bad_request', 'Request too large'),
  failed: () => planetscaleError(500, 'internal_server_error', 'Internal Server Error'),
};
