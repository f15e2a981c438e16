import type { RedisBackend } from './redis/backend.js';
import type { RedisChoice } from './redis/start-backend.js';

export interface EmulatorOptions {
  /** Where Redis commands run. Default `auto`: redis-server when it is installed, else in-process. */
  readonly redis?: RedisChoice | undefined;
  /** Loopback address of the listeners. Default and so far only value: `127.0.0.1`. */
  readonly host?: '127.0.0.1' | undefined;
  /** Requests a minute after which PlanetScale answers 429. Default: no limit. The vendor's is 600. */
  readonly planetscaleRequestsPerMinute?: number | undefined;
  /** Requests a minute after which start-redis answers 429 with Retry-After. Default: no limit. The vendor names none. */
  readonly startRedisRequestsPerMinute?: number | undefined;
  /** Clock of start-redis and of both limits, in milliseconds since 1970. Default: `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/** One thing that the emulator serves, for people to read. */
export interface EmulatorEndpoint {
  readonly name: string;
  /** Listener that serves it, as in the request log. */
  readonly service: string;
  readonly method?: string;
  /** `{…}` stands for a value. */
  readonly url: string;
  /** Kind of credentials, in words; never a secret. */
  readonly auth: string;
}

/** A request as it arrived. The path has no query, and of a Redis command in a path only the name. */
export interface EmulatorRequest {
  readonly service: string;
  readonly method: string;
  readonly path: string;
}

/** How to reach one emulated Redis database. */
export interface EmulatedDatabase {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly token: string;
  readonly readOnlyToken: string;
}

/** What a test can see and do about the databases that start-redis makes. */
export interface StartRedisControl {
  /** `http://127.0.0.1:<port>/start-redis`. */
  readonly url: string;
  /** Databases made since the start or the latest reset; a repeated key makes none. */
  readonly minted: number;
  /** Databases whose memory has not been given back. */
  readonly live: number;
  /**
   * Puts the clock forward by so many milliseconds; done when what has expired has given its memory back. Times to
   * live of keys are Redis's own and do not move. Throws RangeError when it is negative or no number.
   */
  advance(milliseconds: number): Promise<void>;
}

/** Running servers, all on loopback, that answer like the vendors' APIs. */
export interface Emulator {
  /** What an integration host needs in its environment to use the emulator instead of the vendors. */
  readonly env: Readonly<Record<string, string>>;
  readonly endpoints: readonly EmulatorEndpoint[];
  readonly backend: Pick<RedisBackend, 'kind' | 'version'>;
  /** The seeded databases; the first is the one in `env`. */
  readonly databases: readonly EmulatedDatabase[];
  /** Credentials beside those in `env`. */
  readonly tokens: {
    /** Read-only REST token of the first database. */
    readonly redisReadOnly: string;
    /** OAuth access token, for `Authorization: Bearer`. */
    readonly planetscaleAccess: string;
  };
  readonly startRedis: StartRedisControl;
  /** The latest 10,000 requests, oldest first, across all services. */
  readonly requests: readonly EmulatorRequest[];
  /**
   * Back to the state at the start: empty databases, seeded PlanetScale, nothing made by start-redis, its clock not
   * advanced, no requests. The URLs and tokens that were there at the start stay.
   */
  reset(): Promise<void>;
  /** Stops everything. Calling it again waits for the same end. */
  close(): Promise<void>;
}
