import type { RedisBackend } from './redis/backend.js';
import type { RedisChoice } from './redis/start-backend.js';

export interface EmulatorOptions {
  /** Where Redis commands run. Default `auto`: redis-server when it is installed, else in-process. */
  readonly redis?: RedisChoice | undefined;
  /** Loopback address of the listeners. Default and so far only value: `127.0.0.1`. */
  readonly host?: '127.0.0.1' | undefined;
  /** Requests a minute after which PlanetScale answers 429. Default: no limit. The vendor's is 600. */
  readonly planetscaleRequestsPerMinute?: number | undefined;
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

/** Running servers, all on loopback, that speak the vendors' protocols. */
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
  /** The latest 10,000 requests, oldest first, across all services. */
  readonly requests: readonly EmulatorRequest[];
  /** Back to the state at the start: empty databases, seeded PlanetScale, no requests. URLs and tokens stay. */
  reset(): Promise<void>;
  /** Stops everything. Calling it again waits for the same end. */
  close(): Promise<void>;
}
