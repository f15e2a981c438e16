import { regionRecord } from './records.js';
import type { Branch, Database } from './state.js';

/** A branch as the vendor describes it; `base` is the URL of its organization in the API. */
export function branchRecord(branch: Branch, database: Database, base: string) {
  const { id, name, production, parent, createdAt } = branch;
  return {
    id,
    name,
    created_at: createdAt,
    updated_at: createdAt,
    deleted_at: null,
    production,
    parent_branch: parent,
    kind: database.engine,
    cluster_name: database.clusterSize,
    region: regionRecord(database.region),
    state: 'ready',
    ready: true,
    schema_ready: true,
    url: `${base}/databases/${encodeURIComponent(database.name)}/branches/${encodeURIComponent(name)}`,
    html_url: `https://app.planetscale.com/${database.name}/${name}`,
    mysql_address: `${database.region.slug}.connect.psdb.cloud`,
    mysql_edge_address: 'aws.connect.psdb.cloud',
    safe_migrations: production,
    has_replicas: production,
    ...settings,
  };
}

const settings = {
  restore_checklist_completed_at: null,
  schema_last_updated_at: null,
  actor: null,
  restored_from_branch: null,
  direct_vtgate: false,
  vtgate_size: 'VTG_5',
  vtgate_name: null,
  vtgate_count: 1,
  vtgate_autoscaling: false,
  vtgate_max_count: null,
  vtgate_target_cpu_utilization: null,
  vtgate_options: {},
  cluster_iops: null,
  metal: false,
  deletion_protected: false,
  sharded: false,
  shard_count: 1,
  keyspace_count: 1,
  stale_schema: false,
  private_edge_connectivity: false,
  has_read_only_replicas: false,
};
