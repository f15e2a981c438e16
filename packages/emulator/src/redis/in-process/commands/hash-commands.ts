import { addDecimals } from '../add-decimals.js';
import { addIntegers } from '../add-integers.js';
import { readUnlimitedFloat, readIndex, readInteger, readOptions } from './arguments.js';
import { command, type CommandTable } from './command.js';
import type { Database } from '../database.js';
import { drawMany, drawOne } from '../draw.js';
import { readScan, scanOptions } from './read-scan.js';
import { RedisError, syntaxError, wrongNumberOfArguments } from '../redis-error.js';

export const hashCommands: CommandTable = {
  hset: command(-4, (database, [key = '', ...pairs]) => writePairs(database, key, pairs, 'hset')),
  hmset: command(-4, (database, [key = '', ...pairs]) => {
    writePairs(database, key, pairs, 'hmset');
    return 'OK';
  }),
  hsetnx: command(4, (database, [key = '', field = '', value = '']) => {
    const hash = database.edit('hash', key);
    if (hash.has(field)) return 0;
    hash.set(field, value);
    return 1;
  }),
  hget: command(3, (database, [key = '', field = '']) => fields(database, key).get(field) ?? null),
  hmget: command(-3, (database, [key = '', ...names]) => {
    const hash = fields(database, key);
    return names.map((name) => hash.get(name) ?? null);
  }),
  hgetall: command(2, (database, [key = '']) => [...fields(database, key)].flat()),
  hkeys: command(2, (database, [key = '']) => [...fields(database, key).keys()]),
  hvals: command(2, (database, [key = '']) => [...fields(database, key).values()]),
  hlen: command(2, (database, [key = '']) => fields(database, key).size),
  hexists: command(3, (database, [key = '', field = '']) => (fields(database, key).has(field) ? 1 : 0)),
  hstrlen: command(3, (database, [key = '', field = '']) => (fields(database, key).get(field) ?? '').length),
  hdel: command(-3, (database, [key = '', ...names]) => {
    const hash = fields(database, key);
    return names.filter((name) => hash.delete(name)).length;
  }),
  hincrby: command(4, (database, [key = '', field = '', amount]) => {
    const by = readInteger(amount);
    const hash = database.edit('hash', key);
    const notInteger = () => new RedisError('ERR hash value is not an integer');
    const sum = addIntegers(readInteger(hash.get(field) ?? '0', notInteger), by);
    hash.set(field, String(sum));
    return sum;
  }),
  hincrbyfloat: command(4, (database, [key = '', field = '', by = '']) => {
    readUnlimitedFloat(by);
    const hash = database.edit('hash', key);
    const before = hash.get(field) ?? '0';
    readUnlimitedFloat(before, () => new RedisError('ERR hash value is not a float'));
    const sum = addDecimals(before, by, 'HINCRBYFLOAT');
    hash.set(field, sum);
    return sum;
  }),
  hrandfield: command(-2, (database, [key = '', count, ...args]) => {
    if (count === undefined) return drawOne([...fields(database, key).keys()]);
    const wanted = readIndex(count);
    if (args.length > 1) throw syntaxError();
    const withValues = readOptions(args, { WITHVALUES: 0 }).size > 0;
    const drawn = drawMany([...fields(database, key)], wanted);
    return drawn.flatMap(([field, value]) => (withValues ? [field, value] : [field]));
  }),
  hscan: command(-3, (database, [key = '', cursor, ...args]) => {
    const options = readOptions(args, scanOptions);
    const hash = fields(database, key);
    const found = readScan(cursor, options, [...hash.keys()]);
    return ['0', found.flatMap((field) => [field, hash.get(field) ?? ''])];
  }),
};

function fields(database: Database, key: string): Map<string, string> {
  return database.read('hash', key) ?? new Map();
}

/** Gives how many fields are new. */
function writePairs(database: Database, key: string, pairs: readonly string[], name: string): number {
  if (pairs.length % 2 !== 0) throw wrongNumberOfArguments(name);
  const hash = database.edit('hash', key);
  const before = hash.size;
  for (let at = 0; at < pairs.length; at += 2) hash.set(pairs[at] ?? '', pairs[at + 1] ?? '');
  return hash.size - before;
}
