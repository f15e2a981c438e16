import { readCount, readFloat, readIndex, readOptions, writeFloat } from './arguments.js';
import { command, type CommandTable, type Result, type StoreCommand } from './command.js';
import type { Database } from '../database.js';
import { readScan, scanOptions } from './read-scan.js';
import { notInProcess, RedisError, syntaxError } from '../redis-error.js';
import { scores, sorted, writeScored } from '../sorted-set.js';

/** Members and their scores. */
export const sortedSetCommands: CommandTable = {
  zadd: command(-4, zadd),
  zincrby: command(4, (database, [key = '', by, member = '']) => {
    const amount = readFloat(by);
    return writeFloat(increase(database.edit('zset', key), member, amount));
  }),
  zscore: command(3, (database, [key = '', member = '']) => writeScore(scores(database, key).get(member))),
  zmscore: command(-3, (database, [key = '', ...members]) => {
    const scored = scores(database, key);
    return members.map((member) => writeScore(scored.get(member)));
  }),
  zcard: command(2, (database, [key = '']) => scores(database, key).size),
  zrem: command(-3, (database, [key = '', ...members]) => {
    const scored = scores(database, key);
    return members.filter((member) => scored.delete(member)).length;
  }),
  zpopmin: popping((members) => members),
  zpopmax: popping((members) => members.toReversed()),
  zunionstore: storing('ZUNIONSTORE', () => true),
  zinterstore: storing('ZINTERSTORE', (found, asked) => found === asked),
  zscan: command(-3, (database, [key = '', cursor, ...args]) => {
    const options = readOptions(args, scanOptions);
    const scored = scores(database, key);
    const found = readScan(
      cursor,
      options,
      sorted(scored).map(([member]) => member),
    );
    return ['0', found.flatMap((member) => [member, writeFloat(scored.get(member) ?? 0)])];
  }),
};

const zaddOptions = new Set(['NX', 'XX', 'GT', 'LT', 'CH', 'INCR']);

function zadd(database: Database, [key = '', ...args]: readonly string[]): Result {
  const end = args.findIndex((arg) => !zaddOptions.has(arg.toUpperCase()));
  const options = new Set(args.slice(0, Math.max(0, end)).map((arg) => arg.toUpperCase()));
  const pairs = end < 0 ? [] : args.slice(end);
  if (pairs.length === 0 || pairs.length % 2 !== 0) throw syntaxError();
  const has = (name: string) => options.has(name);
  if (has('NX') && has('XX')) {
    throw new RedisError('ERR XX and NX options at the same time are not compatible');
  }
  if ((has('GT') && has('LT')) || (has('NX') && (has('GT') || has('LT')))) {
    throw new RedisError('ERR GT, LT, and/or NX options at the same time are not compatible');
  }
  if (has('INCR') && pairs.length > 2) {
    throw new RedisError('ERR INCR option supports a single increment-element pair');
  }
  const members = pairs.flatMap((text, at) =>
    at % 2 === 0 ? [[pairs[at + 1] ?? '', readFloat(text)] as const] : [],
  );
  const scored = database.edit('zset', key);
  let [added, changed] = [0, 0];
  let latest: number | null = null;
  for (const [member, given] of members) {
    const before = scored.get(member);
    latest = null;
    if (before === undefined ? has('XX') : has('NX')) continue;
    const score = has('INCR') ? sum(before ?? 0, given) : given;
    if (before !== undefined && ((has('GT') && score <= before) || (has('LT') && score >= before))) continue;
    scored.set(member, score);
    latest = score;
    if (before === undefined) added += 1;
    else if (score !== before) changed += 1;
  }
  if (has('INCR')) return latest === null ? null : writeFloat(latest);
  return has('CH') ? added + changed : added;
}

function increase(scored: Map<string, number>, member: string, by: number): number {
  const score = sum(scored.get(member) ?? 0, by);
  scored.set(member, score);
  return score;
}

function sum(score: number, by: number): number {
  const result = score + by;
  if (Number.isNaN(result)) throw new RedisError('ERR resulting score is not a number (NaN)');
  return result;
}

function writeScore(score: number | undefined): string | null {
  return score === undefined ? null : writeFloat(score);
}

function popping(order: (members: ReturnType<typeof sorted>) => ReturnType<typeof sorted>): StoreCommand {
  return command(-2, (database, [key = '', count, ...more]) => {
    if (more.length > 0) throw syntaxError();
    const wanted = count === undefined ? 1 : readCount(count);
    const scored = scores(database, key);
    const popped = order(sorted(scored)).slice(0, wanted);
    for (const [member] of popped) scored.delete(member);
    return writeScored(popped, true);
  });
}

/** Adds the scores of a member up. `keep` decides by how many of the keys asked for have it. */
function storing(name: string, keep: (found: number, asked: number) => boolean): StoreCommand {
  return command(-4, (database, [target = '', count, ...args]) => {
    const size = readIndex(count);
    if (size < 1) {
      throw new RedisError(`ERR at least 1 input key is needed for '${name.toLowerCase()}' command`);
    }
    if (size > args.length) throw syntaxError();
    const options = { WEIGHTS: `${name} … WEIGHTS`, AGGREGATE: `${name} … AGGREGATE` };
    readOptions(args.slice(size), {}, options);
    const result = new Map<string, { score: number; found: number }>();
    for (const key of args.slice(0, size)) {
      if (database.kindOf(key) === 'set') throw notInProcess(`${name} of a set`);
      for (const [member, score] of scores(database, key)) {
        const { score: before, found } = result.get(member) ?? { score: 0, found: 0 };
        // Both infinities give 0 here.
        const total = before + score;
        result.set(member, { score: Number.isNaN(total) ? 0 : total, found: found + 1 });
      }
    }
    const kept = [...result].filter(([, { found }]) => keep(found, size));
    database.write('zset', target, new Map(kept.map(([member, { score }]) => [member, score])));
    return kept.length;
  });
}
