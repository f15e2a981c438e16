import { randomBytes } from 'node:crypto';
import type { ApiHandler } from '../http/api-message.js';
import { createRateLimit } from '../http/rate-limit.js';
import { createPlanetscaleHandler, type PlanetscaleCredentials } from './planetscale-handler.js';
import { defaultRegion } from './regions.js';
import { seedState } from './state.js';

/** The PlanetScale API with its state and fresh credentials. */
export interface PlanetscaleService {
  readonly credentials: PlanetscaleCredentials;
  readonly handle: ApiHandler;
  /** Back to the seeded state. */
  reset(): void;
}

export function createPlanetscale(
  requestsPerMinute: number | undefined,
  now: () => number,
): PlanetscaleService {
  const credentials = {
    serviceTokenId: randomBytes(6).toString('hex'),
    serviceToken: `pscale_tkn_${randomBytes(24).toString('base64url')}`,
    accessToken: `pscale_oauth_${randomBytes(24).toString('base64url')}`,
  };
  let state = seedState(defaultRegion);
  const rateLimit = requestsPerMinute === undefined ? undefined : createRateLimit(requestsPerMinute, now);
  const handle = createPlanetscaleHandler({ credentials, state: () => state, rateLimit });
  const reset = () => void (state = seedState(defaultRegion));
  return { credentials, handle, reset };
}
