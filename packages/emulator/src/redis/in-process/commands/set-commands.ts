import { readCount, readIndex, readOptions } from './arguments.js';
import { command, type CommandTable, type StoreCommand } from './command.js';
import type { Database } from '../database.js';
import { drawMany, drawOne } from '../draw.js';
import { readScan, scanOptions } from './read-scan.js';
import { syntaxError } from '../redis-error.js';

export const setCommands: CommandTable = {
  sadd: command(-3, (database, [key = '', ...added]) => {
    const set = database.edit('set', key);
    const before = set.size;
    for (const member of added) set.add(member);
    return set.size - before;
  }),
  srem: command(-3, (database, [key = '', ...removed]) => {
    const set = members(database, key);
    return removed.filter((member) => set.delete(member)).length;
  }),
  scard: command(2, (database, [key = '']) => members(database, key).size),
  sismember: command(3, (database, [key = '', member = '']) => (members(database, key).has(member) ? 1 : 0)),
  smismember: command(-3, (database, [key = '', ...asked]) => {
    const set = members(database, key);
    return asked.map((member) => (set.has(member) ? 1 : 0));
  }),
  smembers: command(2, (database, [key = '']) => [...members(database, key)]),
  smove: command(4, (database, [from = '', to = '', member = '']) => {
    const source = database.read('set', from);
    if (source === undefined) return 0;
    database.read('set', to);
    if (!source.has(member)) return 0;
    if (from === to) return 1;
    source.delete(member);
    database.edit('set', to).add(member);
    return 1;
  }),
  spop: command(-2, (database, [key = '', count, ...more]) => {
    if (more.length > 0) throw syntaxError();
    const wanted = count === undefined ? undefined : readCount(count);
    const set = members(database, key);
    const drawn = wanted === undefined ? drawOne([...set]) : drawMany([...set], wanted);
    for (const member of [drawn].flat()) if (member !== null) set.delete(member);
    return drawn;
  }),
  srandmember: command(-2, (database, [key = '', count, ...more]) => {
    if (more.length > 0) throw syntaxError();
    if (count === undefined) return drawOne([...members(database, key)]);
    const wanted = readIndex(count);
    return drawMany([...members(database, key)], wanted);
  }),
  sinter: combination(intersect),
  sunion: combination(unite),
  sdiff: combination(subtract),
  sinterstore: storing(intersect),
  sunionstore: storing(unite),
  sdiffstore: storing(subtract),
  sscan: command(-3, (database, [key = '', cursor, ...args]) => {
    const options = readOptions(args, scanOptions);
    return ['0', readScan(cursor, options, [...members(database, key)])];
  }),
};

/** The set itself where there is one. */
function members(database: Database, key: string): Set<string> {
  return database.read('set', key) ?? new Set();
}

type Combine = (first: Set<string>, others: readonly Set<string>[]) => string[];

function combination(combine: Combine): StoreCommand {
  return command(-2, (database, keys) => combineKeys(database, combine, keys));
}

function storing(combine: Combine): StoreCommand {
  return command(-3, (database, [target = '', ...keys]) => {
    const result = combineKeys(database, combine, keys);
    database.write('set', target, new Set(result));
    return result.length;
  });
}

function combineKeys(database: Database, combine: Combine, keys: readonly string[]): string[] {
  const [first = new Set<string>(), ...others] = keys.map((key) => members(database, key));
  return combine(first, others);
}

function intersect(first: Set<string>, others: readonly Set<string>[]): string[] {
  return [...first].filter((member) => others.every((other) => other.has(member)));
}

function unite(first: Set<string>, others: readonly Set<string>[]): string[] {
  const all = new Set(first);
  for (const other of others) for (const member of other) all.add(member);
  return [...all];
}

function subtract(first: Set<string>, others: readonly Set<string>[]): string[] {
  return [...first].filter((member) => !others.some((other) => other.has(member)));
}
