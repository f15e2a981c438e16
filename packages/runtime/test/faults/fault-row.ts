import type { TlsOptions } from 'node:tls';
import type { Account, CallOptions } from '../../src/index.js';
import type { Answer } from '@kosmokrator/testing/servers/answers';
import type { Column, Ending } from './call.js';
import type { FaultServer } from '@kosmokrator/testing/servers/fault-server';
import type { OpenTransport, Patience } from '../../testing/transports.js';

/** One row of the matrix: a kind of fault, in one or more forms. */
export interface FaultRow {
  readonly name: string;
  readonly cases: readonly FaultCase[];
  readonly patience?: Patience;
}

/** `ok` or the code of the error; attempts; executions. */
export type Expected = readonly [code: string, attempts: number, executions: number];

export interface FaultCase {
  /** How it differs from the other cases of its row. */
  readonly name: string;
  readonly answers: readonly Answer[];
  readonly read: Expected;
  readonly write: Expected;
  readonly tls?: TlsOptions;
  readonly options?: CallOptions;
  /** In place of one plain call. */
  readonly run?: (bench: Bench) => Promise<Ending>;
  /** Throws when something else about the call is not as it should be. */
  readonly check?: Check;
}

export type Check = (seen: Seen) => void | Promise<void>;

/** What a case runs on. */
export interface Bench extends OpenTransport {
  readonly column: Column;
  readonly server: FaultServer;
  readonly account: Account;
}

export interface Seen extends Bench, Ending {
  /** Waits before attempts, in milliseconds. */
  readonly waits: readonly number[];
}
