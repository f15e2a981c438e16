import type { Refusal } from './refusal.js';

export const notUuid4: Refusal = {
  status: 400,
  code: 'invalid_idempotency_key',
  error: 'The Idempotency-Key is not a version 4 UUID.',
  resolution: 'Send a fresh version 4 UUID, or leave the header out.',
};

export const unknownDatabase: Refusal = {
  status: 404,
  code: 'database_not_found',
  error: 'There is no database with this id.',
  resolution: 'It may have expired after its three days: POST /start-redis makes a new one.',
};

export const unknownPath: Refusal = {
  status: 404,
  code: 'not_found',
  error: 'Nothing is served at this path.',
  resolution: 'POST /start-redis makes a database, and GET /start-redis says how.',
};

export const wrongMethod: Refusal = {
  status: 405,
  code: 'method_not_allowed',
  error: 'This path does not take that method.',
  resolution: 'Use one of those that the Allow header names.',
};

export const noRoom: Refusal = {
  status: 503,
  code: 'no_room',
  error: 'The emulator has no room for another database.',
  resolution: 'Let some expire, or reset the emulator.',
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
    error: 'Too many requests in this minute.',
    resolution: `Repeat the request in ${seconds} s.`,
    headers: { 'retry-after': String(seconds) },
  };
}

export function oversized(bytes: number): Refusal {
  return {
    status: 413,
    code: 'body_too_large',
    error: `A body of ${bytes} bytes is too large.`,
    resolution: 'Send none: what matters is in the headers.',
  };
}
