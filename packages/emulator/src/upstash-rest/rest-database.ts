/** What a REST endpoint needs to know of the database that it serves. */
export interface ServedDatabase {
  /** Number of the database in the backend. */
  readonly index: number;
  readonly token: string;
  /** Absent: there is no read-only access. */
  readonly readOnlyToken?: string;
}

/** One emulated database, as its REST endpoint and the platform API know it. */
export interface RestDatabase extends ServedDatabase {
  readonly id: string;
  readonly name: string;
  /** Host name, or the first label of one: the vendor gives either. */
  readonly endpoint: string;
  readonly password: string;
  readonly readOnlyToken: string;
}
