import type { RestDatabase } from '../upstash-rest/rest-database.js';

const day = 86_400_000_000_000;
const megabyte = 1024 * 1024;

/**
 * A database as the platform API describes it. With credentials it carries the password and both REST tokens, which
 * the vendor's schema leaves out and its replies do not.
 * Source: https://upstash.com/docs/devops/developer-api/redis/get_database
 */
export function databaseRecord(database: RestDatabase, owner: string, credentials: 'show' | 'hide') {
  const { id, name, endpoint, password, token, readOnlyToken } = database;
  const secrets = { password, rest_token: token, read_only_rest_token: readOnlyToken };
  return {
    database_id: id,
    database_name: name,
    endpoint,
    region: 'global',
    port: 6379,
    creation_time: 1_767_225_600 + database.index * 3600,
    state: 'active',
    tls: true,
    type: 'payg',
    budget: 20,
    customer_id: owner,
    ...placement,
    ...limits,
    ...settings,
    ...(credentials === 'show' ? secrets : {}),
  };
}

const placement = {
  primary_region: 'us-east-1',
  primary_members: ['us-east-1'],
  all_members: ['us-east-1', 'eu-west-1'],
  read_regions: ['eu-west-1'],
  replicas: 5,
};

const limits = {
  db_max_clients: 10_000,
  db_max_request_size: 10 * megabyte,
  db_max_entry_size: 100 * megabyte,
  db_disk_threshold: 100 * 1024 * megabyte,
  db_memory_threshold: 3 * 1024 * megabyte,
  db_max_commands_per_second: 10_000,
  db_max_loads_per_sec: 1_000_000,
  db_request_limit: 8_024_278_031_528_737_000,
  db_conn_idle_timeout: day / 4,
  db_store_max_idle: day / 96,
  db_lua_timeout: 250_000_000,
  db_lua_credits_per_min: 10_000_000_000,
  db_resource_size: 'L',
};

const settings = {
  eviction: false,
  auto_upgrade: false,
  consistent: false,
  modifying_state: '',
  last_plan_upgrade_time: 0,
  daily_backup_enabled: false,
  prod_pack_enabled: false,
  db_type: 'pebble',
  db_eviction: false,
  // The vendor spells these three as text.
  db_acl_enabled: 'false',
  db_acl_default_user_status: 'true',
  prometheus_enabled: 'false',
  securityAddons: {
    ipWhitelisting: false,
    vpcPeering: false,
    privateLink: false,
    tlsMutualAuth: false,
    encryptionAtRest: false,
  },
};
