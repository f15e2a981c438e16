/** Field types of the vendor's developer API, as its OpenAPI document states them, plus the secrets it leaves out. */
const text = { type: 'string' };
const texts = { type: 'array', items: text };
const whole = { type: 'integer' };
const flag = { type: 'boolean' };
const flagText = { enum: ['true', 'false'] };

function closed(properties: Record<string, object>) {
  return { type: 'object', additionalProperties: false, required: Object.keys(properties), properties };
}

const numbers =
  'port creation_time budget replicas last_plan_upgrade_time db_max_clients db_max_request_size db_disk_threshold ' +
  'db_max_entry_size db_memory_threshold db_max_commands_per_second db_request_limit db_conn_idle_timeout ' +
  'db_lua_timeout db_lua_credits_per_min db_store_max_idle db_max_loads_per_sec';
const flags = 'tls eviction auto_upgrade consistent db_eviction daily_backup_enabled prod_pack_enabled';
const texty = 'database_id database_name endpoint modifying_state customer_id';

const database = {
  ...each(numbers, whole),
  ...each(flags, flag),
  ...each(texty, text),
  ...each('db_acl_enabled db_acl_default_user_status prometheus_enabled', flagText),
  ...each('primary_members all_members read_regions', texts),
  region: { enum: ['global'] },
  state: { enum: ['active', 'suspended', 'passive'] },
  type: { enum: ['free', 'payg', 'pro', 'paid'] },
  primary_region: { enum: ['us-east-1', 'us-west-1', 'us-west-2', 'eu-central-1', 'eu-west-1'] },
  db_resource_size: { enum: ['S', 'M', 'L', 'XL', 'XXL', '3XL'] },
  db_type: { enum: ['bolt', 'badger', 'pebble'] },
  securityAddons: closed(each('ipWhitelisting vpcPeering privateLink tlsMutualAuth encryptionAtRest', flag)),
};

export const databaseSchema = closed(database);
export const databaseWithSecretsSchema = closed({
  ...database,
  ...each('password rest_token read_only_rest_token', text),
});
const statNumbers =
  'daily_net_commands daily_read_requests daily_write_requests dailybandwidth total_monthly_bandwidth ' +
  'total_monthly_requests total_monthly_read_requests total_monthly_write_requests total_monthly_script_requests ' +
  'total_monthly_storage current_storage';
const series = { type: 'array', items: closed({ x: text, y: { type: 'number' } }) };
const statSeries =
  'connection_count keyspace throughput diskusage latencymean latency_99 read_latency_mean read_latency_99 ' +
  'write_latency_mean write_latency_99 hits misses read write dailyrequests dailybilling bandwidths';

export const databaseStatsSchema = closed({
  ...each(statNumbers, whole),
  ...each(statSeries, series),
  days: texts,
  total_monthly_billing: { type: 'number' },
  queue_optimized: flag,
  command_counts: { type: 'array', items: closed({ metric_identifier: text, data_points: series }) },
});
export const teamSchema = closed({ team_id: text, team_name: text, copy_cc: flag });
export const memberSchema = closed({
  ...each('team_id team_name member_email', text),
  member_role: { enum: ['owner', 'admin', 'dev', 'finance'] },
  copy_cc: flag,
});

function each(names: string, schema: object): Record<string, object> {
  return Object.fromEntries(names.split(' ').map((name) => [name, schema]));
}
