import type { Redis } from '@upstash/redis';

/** A call through the official client on an empty database, and what it gives. */
export interface CommandCase {
  readonly name: string;
  readonly run: (redis: Redis) => Promise<unknown>;
  readonly expected: unknown;
}
