import { readOptions } from './arguments.js';
import { command, type CommandTable } from './command.js';
import type { Database } from '../database.js';
import { matchGlob } from '../match-glob.js';
import { RedisError, syntaxError } from '../redis-error.js';
import { readCursor, readScan, scanOptions } from './read-scan.js';

export const keyCommands: CommandTable = {
  del: command(-2, remove),
  unlink: command(-2, remove),
  exists: command(-2, countExisting),
  touch: command(-2, countExisting),
  type: command(2, (database, [key = '']) => database.kindOf(key) ?? 'none'),
  rename: command(3, (database, [from = '', to = '']) => {
    if (database.kindOf(from) === undefined) throw new RedisError('ERR no such key');
    if (from !== to) database.rename(from, to);
    return 'OK';
  }),
  renamenx: command(3, (database, [from = '', to = '']) => {
    if (database.kindOf(from) === undefined) throw new RedisError('ERR no such key');
    if (database.kindOf(to) !== undefined) return 0;
    database.rename(from, to);
    return 1;
  }),
  randomkey: command(1, (database) => {
    const keys = database.keys();
    return keys[Math.floor(Math.random() * keys.length)] ?? null;
  }),
  keys: command(2, (database, [pattern = '']) => database.keys().filter(matchGlob(pattern))),
  scan: command(-2, (database, [cursor, ...args]) => {
    const options = readOptions(args, { ...scanOptions, TYPE: 1 });
    const [kind] = options.get('TYPE') ?? [];
    const wanted = (key: string) => kind === undefined || database.kindOf(key) === kind.toLowerCase();
    const keys = readCursor(cursor) ? database.keys() : [];
    return ['0', readScan(cursor, options, keys).filter(wanted)];
  }),
  dbsize: command(1, (database) => database.keys().length),
  flushdb: command(-1, (database, options) => {
    if (options.length > 1) throw syntaxError();
    readOptions(options, { ASYNC: 0, SYNC: 0 });
    database.clear();
    return 'OK';
  }),
};

function remove(database: Database, keys: readonly string[]): number {
  return keys.filter((key) => database.remove(key)).length;
}

function countExisting(database: Database, keys: readonly string[]): number {
  return keys.filter((key) => database.kindOf(key) !== undefined).length;
}
