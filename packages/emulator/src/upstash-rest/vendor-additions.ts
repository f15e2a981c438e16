import type { Command, RedisBackend } from '../redis/backend.js';
import { notInProcess } from '../redis/in-process/redis-error.js';
import { isFailure, type Reply } from '../redis/reply.js';
import { commandNotAvailable, isRedisCommand } from './command-rules.js';

// Commands that the vendor has beyond Redis 7.0. Source: https://upstash.com/docs/redis/commands/overview
const commands = new Set(
  [
    'JSON.ARRAPPEND JSON.ARRINDEX JSON.ARRINSERT JSON.ARRLEN JSON.ARRPOP JSON.ARRTRIM JSON.CLEAR JSON.DEBUG',
    'JSON.DEL JSON.FORGET JSON.GET JSON.MERGE JSON.MGET JSON.MSET JSON.NUMINCRBY JSON.NUMMULTBY JSON.OBJKEYS',
    'JSON.OBJLEN JSON.RESP JSON.SET JSON.STRAPPEND JSON.STRLEN JSON.TOGGLE JSON.TYPE',
    'SEARCH.AGGREGATE SEARCH.ALIASADD SEARCH.ALIASDEL SEARCH.COUNT SEARCH.CREATE SEARCH.DESCRIBE SEARCH.DROP',
    'SEARCH.LISTALIASES SEARCH.LISTINDEXES SEARCH.QUERY SEARCH.REINDEX SEARCH.WAITINDEXING',
    'VECTOR.ADD VECTOR.COUNT VECTOR.CREATE VECTOR.DEL VECTOR.DROP VECTOR.GET VECTOR.INFO VECTOR.QUERY',
    'HEXPIRE HEXPIREAT HEXPIRETIME HPERSIST HPEXPIRE HPEXPIREAT HPEXPIRETIME HPTTL HTTL HGETDEL HGETEX HSETEX',
    'ARCOUNT ARDEL ARDELRANGE ARGET ARGETRANGE ARGREP ARINFO ARINSERT ARLASTITEMS ARLEN ARMGET ARMSET ARNEXT',
    'AROP ARRING ARSCAN ARSEEK ARSET XACKDEL XDELEX DELEX DIGEST MSETEX SDIFFCARD SUNIONCARD',
  ].flatMap((line) => line.toLowerCase().split(' ')),
);

/** Options by command, and the first argument that may be one. */
const options: Readonly<Record<string, readonly [from: number, names: readonly string[]]>> = {
  bitop: [0, ['DIFF', 'DIFF1', 'ANDOR', 'ONE']],
  scan: [1, ['WITHTYPE']],
  hscan: [2, ['NOVALUES']],
  set: [2, ['IFEQ', 'IFNE', 'IFDEQ', 'IFDNE']],
  xadd: [1, ['KEEPREF', 'DELREF', 'ACKED']],
  xtrim: [1, ['KEEPREF', 'DELREF', 'ACKED']],
  zrank: [2, ['WITHSCORE']],
  zrevrank: [2, ['WITHSCORE']],
};

const unknownOption = /syntax error|wrong number of arguments|Invalid stream ID/;

/** The reply as the vendor gives it; where Redis lacks what the vendor has, an error that says so. */
export function readReply(reply: Reply, [name, ...args]: Command, backend: BackendName): Reply {
  if (!isFailure(reply)) return reply;
  const unknown = /^ERR unknown command '([^']*)'/i.exec(reply.error)?.[1];
  if (unknown !== undefined) return { error: explainUnknown(unknown, backend) };
  if (name.toLowerCase() === 'copy' && reply.error.includes('objects are the same')) return 0n;
  const option = unknownOption.test(reply.error) ? findOption(name.toLowerCase(), args) : undefined;
  return option === undefined ? reply : { error: lacks(backend, `${name.toUpperCase()} ${option}`) };
}

type BackendName = Pick<RedisBackend, 'kind' | 'version'>;

function explainUnknown(name: string, backend: BackendName): string {
  if (commands.has(name.toLowerCase())) return lacks(backend, name.toUpperCase());
  const onServer = backend.kind === 'in-process' && isRedisCommand(name.toLowerCase());
  return onServer ? notInProcess(name.toUpperCase()).message : commandNotAvailable(name);
}

function lacks({ kind, version }: BackendName, what: string): string {
  const runsOn = kind === 'redis-server' ? `Redis ${version}` : 'the in-process store';
  return `ERR this emulator runs on ${runsOn}, which does not support ${what}; the vendor does`;
}

function findOption(name: string, args: readonly (string | Buffer)[]): string | undefined {
  const [from, names] = options[name] ?? [0, []];
  return args
    .slice(from)
    .map(toCapitals)
    .find((arg) => names.includes(arg));
}

function toCapitals(arg: string | Buffer): string {
  return String(arg).toUpperCase();
}
