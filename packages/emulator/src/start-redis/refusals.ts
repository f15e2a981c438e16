import type { Refusal } from './refusal.js';

export const notUuid4: Refusal = {
  status: 400,
  code: 'invalid_idempotency_key',
  error: 'The Idempotency-Key is not a version 4 UUID.',
  resolution: 'Send a new version 4 UUID, or omit the header.',
};

export const unknownDatabase: Refusal = {
  status: 404,
  code: 'database_not_found',
  error: 'There is no database with this id.',
  resolution: 'It may have expired after three days. POST /start-redis creates a new one.',
};

export const unknownPath: Refusal = {
  status: 404,
  code: 'not_found',
  error: 'There is nothing at this path.',
  resolution: 'POST /start-redis creates a database, and GET /start-redis explains how.',
};

export const wrongMethod: Refusal = {
  status: 405,
  code: 'method_not_allowed',
  error: 'This path does not support that method.',
  resolution: 'Use a method from the Allow header.',
};

export const noRoom: Refusal = {
  status: 503,
  code: 'no_room',
  error: 'The emulator has no room for another database.',
  resolution: 'Wait until a database expires, or reset the emulator.',
};

export const internalError: Refusal = {
  status: 500,
  code: 'internal_error',
  error: 'The emulator failed.',
  resolution: 'Repeat the request with the same Idempotency-Key.',
};

export function rateLimited(seconds: number): Refusal {
  return {
    status: 429,
    code: 'rate_limited',
    error: 'Too many requests this minute.',
    resolution: `Repeat the request after ${seconds} s.`,
    headers: { 'retry-after': String(seconds) },
  };
}

export function oversized(bytes: number): Refusal {
  return {
    status: 413,
    code: 'body_too_large',
    error: `A body of ${bytes} bytes is too large.`,
    resolution: 'Send no body. Only the headers are read.',
  };
}
