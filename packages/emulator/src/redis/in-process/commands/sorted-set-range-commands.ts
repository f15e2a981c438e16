import { readIndex, readOptions, sliceRange } from './arguments.js';
import { command, type CommandTable, type StoreCommand } from './command.js';
import type { Database } from '../database.js';
import { RedisError } from '../redis-error.js';
import { readScoreRange, scores, sorted, writeScored, type Scored } from '../sorted-set.js';

/** Members by their rank or score. */
export const sortedSetRangeCommands: CommandTable = {
  zcount: command(4, (database, [key = '', min, max]) => {
    const wanted = readScoreRange(min, max);
    return [...scores(database, key).values()].filter(wanted).length;
  }),
  zrank: command(3, (database, [key = '', member]) => rank(sorted(scores(database, key)), member)),
  zrevrank: command(3, (database, [key = '', member]) => rank(descending(database, key), member)),
  zrange: command(-4, zrange),
  zrevrange: command(-4, (database, [key = '', start, stop, ...args]) => {
    const options = readOptions(args, { WITHSCORES: 0 });
    const range = [readIndex(start), readIndex(stop)] as const;
    return writeScored(sliceRange(descending(database, key), ...range), options.has('WITHSCORES'));
  }),
  zrangebyscore: byScore((database, key, min, max) => within(sorted(scores(database, key)), min, max)),
  zrevrangebyscore: byScore((database, key, max, min) => within(descending(database, key), min, max)),
  zremrangebyrank: command(4, (database, [key = '', start, stop]) => {
    const range = [readIndex(start), readIndex(stop)] as const;
    const scored = scores(database, key);
    return removeAll(scored, sliceRange(sorted(scored), ...range));
  }),
  zremrangebyscore: command(4, (database, [key = '', min, max]) => {
    const wanted = readScoreRange(min, max);
    const scored = scores(database, key);
    return removeAll(
      scored,
      [...scored].filter(([, score]) => wanted(score)),
    );
  }),
};

function zrange(database: Database, [key = '', start, stop, ...args]: readonly string[]) {
  const options = readOptions(
    args,
    { REV: 0, BYSCORE: 0, LIMIT: 2, WITHSCORES: 0 },
    { BYLEX: 'ZRANGE … BYLEX' },
  );
  const limit = options.get('LIMIT')?.map((text) => readIndex(text));
  const reversed = options.has('REV');
  if (limit !== undefined && !options.has('BYSCORE')) {
    throw new RedisError(
      'ERR syntax error, LIMIT is only supported in combination with either BYSCORE or BYLEX',
    );
  }
  const found = () => (reversed ? descending(database, key) : sorted(scores(database, key)));
  if (options.has('BYSCORE')) {
    const [min, max] = reversed ? [stop, start] : [start, stop];
    const wanted = readScoreRange(min, max);
    const matching = found().filter(([, score]) => wanted(score));
    return writeScored(cut(matching, limit), options.has('WITHSCORES'));
  }
  const range = [readIndex(start), readIndex(stop)] as const;
  return writeScored(sliceRange(found(), ...range), options.has('WITHSCORES'));
}

type Find = (database: Database, key: string, first?: string, second?: string) => Scored[];

function byScore(find: Find): StoreCommand {
  return command(-4, (database, [key = '', first, second, ...args]) => {
    const options = readOptions(args, { WITHSCORES: 0, LIMIT: 2 });
    const limit = options.get('LIMIT')?.map((text) => readIndex(text));
    return writeScored(cut(find(database, key, first, second), limit), options.has('WITHSCORES'));
  });
}

function within(members: readonly Scored[], min?: string, max?: string): Scored[] {
  const wanted = readScoreRange(min, max);
  return members.filter(([, score]) => wanted(score));
}

function descending(database: Database, key: string): Scored[] {
  return sorted(scores(database, key)).toReversed();
}

/** A negative count means all. */
function cut(members: readonly Scored[], limit: readonly number[] | undefined): readonly Scored[] {
  const [offset = 0, count = -1] = limit ?? [];
  if (offset < 0) return [];
  return members.slice(offset, count < 0 ? undefined : offset + count);
}

function rank(members: readonly Scored[], wanted: string | undefined): number | null {
  const at = members.findIndex(([member]) => member === wanted);
  return at < 0 ? null : at;
}

function removeAll(scored: Map<string, number>, members: readonly Scored[]): number {
  for (const [member] of members) scored.delete(member);
  return members.length;
}
