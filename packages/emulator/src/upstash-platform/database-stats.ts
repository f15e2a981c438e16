import type { DatabaseUsage } from '../redis/backend.js';
import type { UsageMeter } from '../upstash-rest/usage-meter.js';

/** What is known of the use of one database. */
export interface MeteredUse {
  readonly meter: UsageMeter;
  usage(): Promise<DatabaseUsage>;
}

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/**
 * The reply to `GET /redis/stats/{id}`. Commands, keys, storage and bytes are counted, for the life of the emulator, which
 * stands for the day and the month; a series has its newest point alone. What the emulator cannot measure is 0 or empty.
 * Source: https://upstash.com/docs/devops/developer-api/redis/get_database_stats
 */
export async function databaseStats({ meter, usage }: MeteredUse, now: number) {
  const { keys, memoryBytes } = await usage();
  const { commands, bytesIn, bytesOut } = meter;
  const bandwidth = bytesIn + bytesOut;
  const x = `${new Date(now).toISOString().replace('T', ' ').replace('Z', '')} +0000 UTC`;
  const series = (y: number) => [{ x, y }];
  const unmeasured =
    'connection_count latencymean latency_99 read_latency_mean read_latency_99 write_latency_mean';
  const none = `${unmeasured} write_latency_99 hits misses read write dailybilling`.split(' ');
  return {
    ...Object.fromEntries(none.map((name) => [name, series(0)])),
    daily_net_commands: commands,
    daily_read_requests: 0,
    daily_write_requests: 0,
    keyspace: series(keys),
    throughput: series(meter.commandsPerSecond()),
    diskusage: series(memoryBytes),
    dailyrequests: series(commands),
    days: [days[new Date(now).getUTCDay()]],
    dailybandwidth: bandwidth,
    bandwidths: series(bandwidth),
    total_monthly_bandwidth: bandwidth,
    total_monthly_requests: commands,
    total_monthly_read_requests: 0,
    total_monthly_write_requests: 0,
    total_monthly_script_requests: 0,
    total_monthly_storage: memoryBytes,
    current_storage: memoryBytes,
    total_monthly_billing: 0,
    queue_optimized: false,
    command_counts: [],
  };
}
