// Generated from specs/upstash-redis-start/integration.yaml by "pnpm generate". Do not edit.

/** One database, without its token. */
export interface Database {
  /** Id of the database. */
  database_id: string;
  /** Its REST URL. */
  endpoint: string;
  /** URL that get_metrics reads. */
  metrics_url: string;
  /** Day on which it expires, unless the user claims it. */
  expires: string;
  /** Page where the user can view and claim the database. */
  console_url: string;
  /** Name of the account that was stored. */
  account: string;
}
