import { hasFlag, list } from '@ioredis/commands';
import type { Command } from '../redis/backend.js';

export type Access = 'standard' | 'read-only';

// Sources: the table "REST - Redis API Compatibility" of https://upstash.com/docs/redis/features/restapi, and for the
// three groups before the last one the vendor's single database per endpoint, which one Redis with many databases
// stands in for here.
const unavailable = new Set(
  [
    'auth client hello quit reset select readonly readwrite asking',
    'multi exec discard watch unwatch',
    'subscribe psubscribe ssubscribe unsubscribe punsubscribe sunsubscribe spublish',
    'wait waitaof cluster monitor',
    'acl config debug shutdown module latency slowlog failover role lastsave',
    'save bgsave bgrewriteaof sync psync replconf replicaof slaveof migrate',
    'swapdb move restore-asking pfdebug pfselftest',
    // Newer than Redis 7.0, and not the vendor's.
    'vadd vcard vdim vemb vgetattr vinfo vismember vlinks vrandmember vrange vrem vsetattr vsim increx xnack',
  ].flatMap((group) => group.split(' ')),
);

/** Blocking only with the option BLOCK. */
const sometimesBlocking = new Set(['xread', 'xreadgroup']);

/** Read commands without the flag, since their subcommands carry it. */
const alsoReads = new Set(['ping', 'echo', 'time', 'command', 'object', 'xinfo', 'pubsub']);

/** Read commands that the vendor keeps from read-only tokens. */
const powerfulReads = new Set(['keys', 'scan']);

const redisCommands = new Set<string>(list);

/** Whether some version of Redis has this command, whose name is in small letters. */
export function isRedisCommand(name: string): name is (typeof list)[number] {
  return redisCommands.has(name);
}

/** Why the REST API does not run a command with this access; undefined when it does. */
export function refuseCommand(command: Command, access: Access): string | undefined {
  const name = command[0].toLowerCase();
  if (unavailable.has(name) || isBlocking(name, command)) return commandNotAvailable(name);
  if (name === 'copy' && hasOption(command, 'DB')) return 'ERR DB index is out of range';
  if (access === 'standard' || mayRead(name)) return undefined;
  return `NOPERM this user has no permissions to run the '${name}' command or its subcommand`;
}

/** The vendor's words for a command that it does not know or does not serve. */
export function commandNotAvailable(name: string): string {
  const page = 'https://upstash.com/docs/redis/overall/rediscompatibility';
  return `ERR Command is not available: '${name.toUpperCase()}'. See ${page} for details`;
}

/** A command that does in Redis what the vendor does with it. */
export function toRedis(command: Command): Command {
  const [name, ...args] = command;
  switch (name.toLowerCase()) {
    case 'flushall':
      // The caller's own database is meant.
      return ['FLUSHDB', ...args];
    case 'xtrim':
      // The vendor trims exactly then too.
      return args[2] === '~' && !hasOption(command, 'LIMIT') ? [name, ...args.with(2, '=')] : command;
    default:
      return command;
  }
}

function isBlocking(name: string, command: Command): boolean {
  if (sometimesBlocking.has(name)) return hasOption(command, 'BLOCK');
  return isRedisCommand(name) && hasFlag(name, 'blocking');
}

function mayRead(name: string): boolean {
  if (powerfulReads.has(name)) return false;
  return alsoReads.has(name) || (isRedisCommand(name) && hasFlag(name, 'readonly'));
}

function hasOption([, ...args]: Command, option: string): boolean {
  return args.some((arg) => String(arg).toUpperCase() === option);
}
