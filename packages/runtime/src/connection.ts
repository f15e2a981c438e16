import type { Account } from './account.js';

/** Where an account has its credentials from, when a function made them. */
export interface Connection {
  /** Full name of the function that makes new ones: `acme_notes_create_key`. */
  readonly renew: string;
  /** What the credentials open: the id of a database. */
  readonly id?: string;
  /** When they end, as `2026-05-26T00:00:00.000Z`. */
  readonly expires?: string;
}

/** What a call is about to make: known before anything is sent. */
export interface ConnectPlan extends Omit<Connection, 'expires'> {
  /** The name that the accounts get. */
  readonly account: string;
  /** The integrations that get an account of this name. */
  readonly integrations: readonly string[];
}

/** What a call has made. */
export interface ConnectedAccounts {
  readonly account: string;
  readonly connection: Connection;
  /** By integration, ready to call with. Secrets are wrapped; `reveal()` gives them. */
  readonly accounts: Readonly<Record<string, Account>>;
}

/** Keeps what functions with `connects` make. Credentials go there, and into no result. */
export interface ConnectSink {
  /**
   * Called before the request. Throws where the name is another account's, so that nothing is made in vain: a `conflict`
   * makes a call that gave no name try the next one, `scratch_2` after `scratch`.
   */
  check?(plan: ConnectPlan): unknown;
  /**
   * The call fails when this does, with what is needed to get the same credentials again; after a `conflict` it is called
   * with the next name, as `check` is.
   */
  save(made: ConnectedAccounts): unknown;
}

/** A sink, or its `save` alone. */
export type Connect = ConnectSink | ConnectSink['save'];
