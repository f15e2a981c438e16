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
   * Host name, as in tidy-mole-30121.upstash.io, or its first label alone, as in brave-otter-20544. The
   * API gives either.
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
  /** What it is used for. From get_database only; null when the API key may not read it. */
  usage?: {
    /** Requests of this month. */
    commands?: number | null;
    /** Keys that it holds. */
    keys?: number | null;
    /** Bytes that it stores. */
    storage?: number | null;
    /** Bytes of this month. */
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
