// Generated from specs/planetscale/integration.yaml by "pnpm generate". Do not edit.

/** Where a database runs. */
export interface Region {
  /** Name to use in create_database: `us-east`. */
  slug?: string;
  /** Display name. */
  display_name?: string;
  /** Cloud provider. */
  provider?: string;
  /** City or area. */
  location?: string;
  [key: string]: unknown;
}

/** One organization. */
export interface Organization {
  /** Name that the other functions take. */
  name: string;
  /** The same as name. */
  slug: string;
  /** Id. */
  id?: string;
  /** Billing plan. */
  plan?: string;
  /** Time of creation. */
  created_at?: string;
  [key: string]: unknown;
}

/** One database. */
export interface Database {
  /** Name of the database. */
  name: string;
  /** Id. */
  id?: string;
  /** pending, importing, awakening, ready, sleeping … */
  state?: string;
  region?: Region;
  /** mysql or postgresql. */
  kind?: string;
  /** Billing plan. */
  plan?: string;
  /** Number of branches. */
  branches: number | null;
  /** The same number, under the name that the API uses. */
  branches_count?: number;
  /** Name of the default branch. */
  default_branch?: string;
  /** Time of creation. */
  created_at?: string;
  [key: string]: unknown;
}

/** One branch of a database. */
export interface Branch {
  /** Name of the branch. */
  name: string;
  /** Id. */
  id?: string;
  /** What the branch is for. */
  role: 'production' | 'development';
  /** Whether it is a production branch. */
  production?: boolean;
  /** Whether it accepts connections. */
  ready?: boolean;
  /** pending, ready, sleeping … */
  state?: string;
  region?: Region;
  /** Branch from which it was created. */
  parent_branch?: string | null;
  /** mysql or postgresql. */
  kind?: string;
  /** Time of creation. */
  created_at?: string;
  [key: string]: unknown;
}
