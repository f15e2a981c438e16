import { regionRecord } from './records.js';
import type { Database } from './state.js';

/** A database has been asked for and is `pending`, or is `ready`. */
export type DatabaseProgress = 'pending' | 'ready';

/** A database as the vendor describes it; `base` is the URL of its organization in the API. */
export function databaseRecord(database: Database, base: string, progress: DatabaseProgress) {
  const { id, name, engine, notes, createdAt, branches } = database;
  const production = branches.filter((branch) => branch.production).length;
  const url = `${base}/databases/${encodeURIComponent(name)}`;
  return {
    id,
    url,
    branches_url: `${url}/branches`,
    html_url: `https://app.planetscale.com/${name}`,
    name,
    state: progress,
    ready: progress === 'ready',
    kind: engine,
    region: regionRecord(database.region),
    branches_count: branches.length,
    development_branches_count: branches.length - production,
    production_branches_count: production,
    default_branch: 'main',
    plan: 'scaler_pro',
    created_at: createdAt,
    updated_at: createdAt,
    schema_last_updated_at: null,
    ...(notes === undefined ? {} : { notes }),
    ...settings,
  };
}

const settings = {
  open_schema_recommendations_count: 0,
  issues_count: 0,
  multiple_admins_required_for_deletion: false,
  at_backup_restore_branches_limit: false,
  at_development_branch_usage_limit: false,
  data_import: null,
  sharded: false,
  default_branch_shard_count: 1,
  default_branch_read_only_regions_count: 0,
  default_branch_table_count: 0,
  require_approval_for_deploy: false,
  deletion_protected: false,
  resizing: false,
  resize_queued: false,
  config_changing: false,
  config_change_queued: false,
  allow_data_branching: true,
  foreign_keys_enabled: true,
  automatic_migrations: null,
  restrict_branch_region: false,
  insights_raw_queries: false,
  insights_enabled: true,
  production_branch_web_console: false,
  migration_table_name: null,
  migration_framework: null,
};
