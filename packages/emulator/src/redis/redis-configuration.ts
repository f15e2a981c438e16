/** A database costs 500 bytes of the server's memory while it is empty. */
export const redisDatabases = 8192;

/** Commands that would reach across databases, write files or end the server, also from inside a Lua script. */
const disabled = [
  'FLUSHALL',
  'SWAPDB',
  'MOVE',
  'SHUTDOWN',
  'CONFIG',
  'DEBUG',
  'REPLICAOF',
  'SLAVEOF',
  'MIGRATE',
  'SAVE',
  'BGSAVE',
  'BGREWRITEAOF',
];

/** The configuration of a server of our own: loopback, a password, nothing on disk, databases that stay apart. */
export function redisConfiguration(port: number, secret: string): string {
  return [
    'bind 127.0.0.1',
    `port ${port}`,
    'dir /',
    // A server reads the file of this name when it starts, so it must be one that nobody has.
    `dbfilename ${secret}.rdb`,
    'save ""',
    'appendonly no',
    'daemonize no',
    `databases ${redisDatabases}`,
    `requirepass ${secret}`,
    `rename-command SELECT select_${secret}`,
    ...disabled.map((name) => `rename-command ${name} ""`),
  ].join('\n');
}
