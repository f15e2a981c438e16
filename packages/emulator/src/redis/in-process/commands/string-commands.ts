import { countOf, readIndex, readInteger, readOptions, readUnlimitedFloat, sliceRange } from './arguments.js';
import { addDecimals } from '../add-decimals.js';
import { command, type CommandTable, type StoreCommand } from './command.js';
import type { Database } from '../database.js';
import { deadlineOptions, readDeadline } from '../deadline.js';
import { RedisError, syntaxError, wrongNumberOfArguments } from '../redis-error.js';
import { addIntegers } from '../add-integers.js';

/** Longest text that SETRANGE and SETBIT fill up, in bytes; Redis goes to 512 MB. */
export const longestFill = 16 * 1024 * 1024;

export const stringCommands: CommandTable = {
  get: command(2, (database, [key = '']) => database.read('string', key) ?? null),
  set: command(-3, (database, [key = '', value = '', ...options]) => set(database, key, value, options)),
  setnx: command(3, (database, [key = '', value = '']) => {
    if (database.kindOf(key) !== undefined) return 0;
    database.write('string', key, value);
    return 1;
  }),
  setex: setWithDeadline('setex', 'EX'),
  psetex: setWithDeadline('psetex', 'PX'),
  getset: command(3, (database, [key = '', value = '']) => {
    const before = database.read('string', key) ?? null;
    database.write('string', key, value);
    return before;
  }),
  getdel: command(2, (database, [key = '']) => {
    const value = database.read('string', key) ?? null;
    database.remove(key);
    return value;
  }),
  getex: command(-2, getex),
  append: command(3, (database, [key = '', value = '']) => {
    const text = (database.read('string', key) ?? '') + value;
    database.update(key, text);
    return text.length;
  }),
  strlen: command(2, (database, [key = '']) => (database.read('string', key) ?? '').length),
  getrange: command(4, getrange),
  substr: command(4, getrange),
  setrange: command(4, setrange),
  mget: command(-2, (database, keys) =>
    keys.map((key) => (database.kindOf(key) === 'string' ? (database.read('string', key) ?? null) : null)),
  ),
  mset: command(-3, (database, pairs) => {
    writePairs(database, pairs, 'mset');
    return 'OK';
  }),
  msetnx: command(-3, (database, pairs) => {
    if (pairs.length % 2 !== 0) throw wrongNumberOfArguments('msetnx');
    const taken = pairs.some((key, index) => index % 2 === 0 && database.kindOf(key) !== undefined);
    if (!taken) writePairs(database, pairs, 'msetnx');
    return taken ? 0 : 1;
  }),
  incr: command(2, (database, [key = '']) => count(database, key, 1n)),
  decr: command(2, (database, [key = '']) => count(database, key, -1n)),
  incrby: command(3, (database, [key = '', by]) => count(database, key, readInteger(by))),
  decrby: command(3, (database, [key = '', by]) => {
    const amount = readInteger(by);
    if (amount === -(2n ** 63n)) throw new RedisError('ERR decrement would overflow');
    return count(database, key, -amount);
  }),
  incrbyfloat: command(3, (database, [key = '', by = '']) => {
    const before = database.read('string', key) ?? '0';
    readUnlimitedFloat(before);
    readUnlimitedFloat(by);
    const sum = addDecimals(before, by, 'INCRBYFLOAT');
    database.update(key, sum);
    return sum;
  }),
};

function set(database: Database, key: string, value: string, args: readonly string[]) {
  const options = readOptions(args, { NX: 0, XX: 0, GET: 0, KEEPTTL: 0, ...deadlineOptions });
  const lifetimes = countOf(options, 'KEEPTTL', ...Object.keys(deadlineOptions));
  if (countOf(options, 'NX', 'XX') > 1 || lifetimes > 1) throw syntaxError();
  const deadline = readDeadline('set', options);
  const before = options.has('GET') ? (database.read('string', key) ?? null) : undefined;
  const exists = database.kindOf(key) !== undefined;
  if (options.has('NX') ? exists : options.has('XX') && !exists) return before ?? null;
  const kept = options.has('KEEPTTL') ? database.expiryOf(key) : undefined;
  database.write('string', key, value);
  database.expire(key, deadline ?? kept);
  return before === undefined ? 'OK' : before;
}

function setWithDeadline(name: string, unit: 'EX' | 'PX'): StoreCommand {
  return command(4, (database, [key = '', amount = '', value = '']) => {
    const deadline = readDeadline(name, new Map([[unit, [amount]]]));
    database.write('string', key, value);
    database.expire(key, deadline);
    return 'OK';
  });
}

function getex(database: Database, [key = '', ...args]: readonly string[]) {
  const options = readOptions(args, { PERSIST: 0, ...deadlineOptions });
  if (options.size > 1) throw syntaxError();
  const value = database.read('string', key) ?? null;
  if (value === null) return null;
  const deadline = readDeadline('getex', options);
  if (options.size > 0) database.expire(key, deadline);
  return value;
}

function getrange(database: Database, [key = '', start, stop]: readonly string[]) {
  const [from, to] = [readIndex(start), readIndex(stop)];
  const text = database.read('string', key) ?? '';
  return from < 0 && to < 0 && from > to ? '' : sliceRange(text, from, Math.max(to, -text.length));
}

function setrange(database: Database, [key = '', offset, value = '']: readonly string[]) {
  const from = readIndex(offset);
  if (from < 0) throw new RedisError('ERR offset is out of range');
  const before = database.read('string', key) ?? '';
  if (value === '') return before.length;
  if (from + value.length > longestFill) {
    throw new RedisError('ERR string exceeds maximum allowed size (proto-max-bulk-len)');
  }
  const text = before.slice(0, from).padEnd(from, '\0') + value + before.slice(from + value.length);
  database.update(key, text);
  return text.length;
}

function writePairs(database: Database, pairs: readonly string[], name: string): void {
  if (pairs.length % 2 !== 0) throw wrongNumberOfArguments(name);
  for (let at = 0; at < pairs.length; at += 2) database.write('string', pairs[at] ?? '', pairs[at + 1] ?? '');
}

function count(database: Database, key: string, by: bigint) {
  const sum = addIntegers(readInteger(database.read('string', key) ?? '0'), by);
  database.update(key, String(sum));
  return sum;
}
