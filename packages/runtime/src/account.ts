import type { RuntimeClock } from './http/clock.js';
import type { Connect, Connection } from './connection.js';
import type { Operation } from './operation.js';
import type { RetryBudget } from './http/retry-budget.js';
import type { Signal } from './signal.js';
import type { Transport } from './transport.js';

/** A credential that is shown only where `reveal` is called: a `Secret`. */
export interface SecretValue {
  reveal(): string;
}

/** Everything that decides where and as whom a call is made. */
export interface Account {
  /** Default: `default`. Appears in errors and approvals. */
  readonly name?: string;
  /** By name in the spec: `redis_url`. Absent and empty are the same. A `Secret` is used without ever being shown. */
  readonly credentials: Readonly<Record<string, string | SecretValue | undefined>>;
  /** Other base URLs, by API name: a proxy, a regional host, the emulator. */
  readonly baseUrls?: Readonly<Record<string, string | undefined>>;
  /** Permits http:// on loopback addresses, and loopback hosts in url credentials. For emulators and tests. */
  readonly allowLoopbackHttp?: boolean;
  /** Permits hosts on private networks. On Node, hosts and the undici transport refuse them otherwise. */
  readonly allowPrivateAddresses?: boolean;
  /** Default: global `fetch`. */
  readonly transport?: Transport;
  /** Reads JSON replies. Default: `JSON.parse`, which cuts integers beyond 2^53; hosts keep their digits. */
  readonly parseJson?: (text: string) => unknown;
  /** Asked before each call. Default: everything is permitted, since the program's author has decided. */
  readonly policy?: Policy;
  /** Default total deadline of a call in milliseconds: 30,000. */
  readonly timeoutMs?: number;
  /** Default for its calls: 2, which is also the most. */
  readonly maxRetries?: number;
  /** Default: one for the process. */
  readonly retryBudget?: Pick<RetryBudget, 'take'>;
  /** Keeps the accounts that functions with `connects` make. Without it, such a function fails before it sends anything. */
  readonly connect?: Connect;
  /** Where its credentials are from, when a function made them. */
  readonly connection?: Connection;
  /** Called before each call; throws when the account cannot be used any more. */
  readonly check?: (account: Account) => void;
  /** For tests: the time and chance that retries see. */
  readonly clock?: RuntimeClock;
}

/** Settings of one call. */
export interface CallOptions {
  readonly signal?: Signal | undefined;
  readonly timeoutMs?: number | undefined;
  /** Retries of each request: fewer than the default of 2, down to 0. */
  readonly maxRetries?: number | undefined;
  /** For keyed functions: the key to send instead of a generated one. An empty one counts as none given. */
  readonly idempotencyKey?: string | undefined;
  /**
   * Told of the page that a paged function has read: `next` gives the position of the next one, undefined after the last.
   * It throws where the reply does not tell. Not called by a function that collects its pages.
   */
  readonly onPage?: ((next: () => unknown) => void) | undefined;
}

/** What a policy is asked about: one call, before anything of it leaves the process. */
export interface PolicyRequest {
  readonly operation: Operation;
  readonly account: string;
  /** Validated, defaults included. */
  readonly args: Readonly<Record<string, unknown>>;
  /** The arguments as the caller gave them: what is not in them, the runtime has filled in. */
  readonly given?: unknown;
  /** Aborts when the caller has gone. */
  readonly signal?: Signal | undefined;
}

/** Returns to permit the call; throws a `KosmoError` (`policy_denied`, `approval_required`) to refuse it. */
export type Policy = (request: PolicyRequest) => void | Promise<void>;
