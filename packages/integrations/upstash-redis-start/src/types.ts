// Generated from specs/upstash-redis-start/integration.yaml by "pnpm generate". Do not edit.

/** One database, without its token. */
export interface Database {
  /** Id of the database. */
  database_id: string;
  /** Its REST URL. */
  endpoint: string;
  /** What get_metrics reads. */
  metrics_url: string;
  /** Day on which it ends, unless the user claims it. */
  expires: string;
  /** Page to show the user. There it can be looked at and claimed. */
  console_url: string;
  /** Name of the account that was stored. */
  account: string;
}
