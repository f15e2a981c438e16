/** One emulated database, as its REST endpoint and the platform API know it. */
export interface RestDatabase {
  readonly id: string;
  readonly name: string;
  /** Host name, or the first label of one: the vendor gives either. */
  readonly endpoint: string;
  /** Number of the database in the backend. */
  readonly index: number;
  readonly password: string;
  readonly token: string;
  readonly readOnlyToken: string;
}
