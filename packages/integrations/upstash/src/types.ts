// Generated from specs/upstash/integration.yaml by "pnpm generate". Do not edit.

/** One Redis database. */
export interface Database {
  /** Id that get_database takes. */
  database_id: string;
  /** Name shown in the console. */
  database_name: string;
  /** Region, or `global`. */
  region?: string;
  /**
   * Host name, such as tidy-mole-30121.upstash.io, or only its first part, such as brave-otter-20544.
   * The API returns either form.
   */
  endpoint?: string;
  /** Port for ordinary Redis clients. */
  port?: number;
  /** active, suspended or passive. */
  state?: string;
  /** Plan of the database. */
  type?: string;
  /** Whether connections use TLS. */
  tls?: boolean;
  /** Time of creation, in seconds since 1970. */
  creation_time?: number;
  /** How much the database is used. Only get_database reads it; null if it cannot be read. */
  usage?: {
    /** Requests this month. */
    commands?: number | null;
    /** Number of keys. */
    keys?: number | null;
    /** Bytes of storage. */
    storage?: number | null;
    /** Bytes transferred this month. */
    bandwidth?: number | null;
  } | null;
  [key: string]: unknown;
}

/** One member of a team. */
export interface Member {
  /** E-mail address. */
  email: string | null;
  /** owner, admin, dev or finance. */
  role: string | null;
  [key: string]: unknown;
}

/** One team of the account. */
export interface Team {
  /** Id of the team. */
  team_id: string;
  /** Name of the team. */
  team_name: string;
  [key: string]: unknown;
}
