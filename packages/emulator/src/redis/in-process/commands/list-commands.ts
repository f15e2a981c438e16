import { readCount, readIndex, readOptions, sliceRange } from './arguments.js';
import { command, type CommandTable, type Result } from './command.js';
import type { Database } from '../database.js';
import { RedisError, syntaxError, wrongNumberOfArguments } from '../redis-error.js';

export const listCommands: CommandTable = {
  lpush: command(-3, (database, [key = '', ...items]) => push(database, key, 'LEFT', items)),
  rpush: command(-3, (database, [key = '', ...items]) => push(database, key, 'RIGHT', items)),
  lpushx: command(-3, (database, [key = '', ...items]) => pushExisting(database, key, 'LEFT', items)),
  rpushx: command(-3, (database, [key = '', ...items]) => pushExisting(database, key, 'RIGHT', items)),
  lpop: command(-2, (database, args) => pop('lpop', database, 'LEFT', args)),
  rpop: command(-2, (database, args) => pop('rpop', database, 'RIGHT', args)),
  llen: command(2, (database, [key = '']) => listOf(database, key).length),
  lrange: command(4, (database, [key = '', start, stop]) => {
    const range = [readIndex(start), readIndex(stop)] as const;
    return sliceRange(listOf(database, key), ...range);
  }),
  ltrim: command(4, (database, [key = '', start, stop]) => {
    const range = [readIndex(start), readIndex(stop)] as const;
    const list = listOf(database, key);
    replaceItems(list, sliceRange(list, ...range));
    return 'OK';
  }),
  lindex: command(3, (database, [key = '', index]) => {
    // An index that is no integer is an error only where there is a list.
    const list = database.read('list', key);
    return list?.at(readIndex(index)) ?? null;
  }),
  lset: command(4, (database, [key = '', index, value = '']) => {
    const list = database.read('list', key);
    if (list === undefined) throw new RedisError('ERR no such key');
    const at = readIndex(index);
    if (list.at(at) === undefined) throw new RedisError('ERR index out of range');
    list.splice(at, 1, value);
    return 'OK';
  }),
  lrem: command(4, (database, [key = '', count, value]) => {
    const wanted = readIndex(count);
    const list = listOf(database, key);
    const limit = wanted === 0 ? Infinity : Math.abs(wanted);
    let removed = 0;
    const keep = (item: string) => item !== value || removed >= limit || (removed += 1) === 0;
    const kept = wanted < 0 ? list.toReversed().filter(keep).toReversed() : list.filter(keep);
    replaceItems(list, kept);
    return removed;
  }),
  linsert: command(5, (database, [key = '', place = '', pivot = '', value = '']) => {
    const where = place.toUpperCase();
    if (where !== 'BEFORE' && where !== 'AFTER') throw syntaxError();
    const list = database.read('list', key);
    if (list === undefined) return 0;
    const at = list.indexOf(pivot);
    if (at < 0) return -1;
    list.splice(where === 'BEFORE' ? at : at + 1, 0, value);
    return list.length;
  }),
  lmove: command(5, (database, [from = '', to = '', take = '', put = '']) =>
    move(database, from, to, readEnd(take), readEnd(put)),
  ),
  rpoplpush: command(3, (database, [from = '', to = '']) => move(database, from, to, 'RIGHT', 'LEFT')),
  lpos: command(-3, (database, [key = '', value = '', ...args]) => {
    readOptions(args, {}, { RANK: 'LPOS … RANK', COUNT: 'LPOS … COUNT', MAXLEN: 'LPOS … MAXLEN' });
    const at = listOf(database, key).indexOf(value);
    return at < 0 ? null : at;
  }),
};

type End = 'LEFT' | 'RIGHT';

function readEnd(text: string): End {
  const end = text.toUpperCase();
  if (end !== 'LEFT' && end !== 'RIGHT') throw syntaxError();
  return end;
}

/** The list itself where there is one. */
function listOf(database: Database, key: string): string[] {
  return database.read('list', key) ?? [];
}

function push(database: Database, key: string, end: End, added: readonly string[]): number {
  const list = database.edit('list', key);
  pushTo(list, end, added);
  return list.length;
}

function pushTo(list: string[], end: End, added: readonly string[]): void {
  const [first] = added;
  if (end === 'RIGHT') for (const item of added) list.push(item);
  else if (added.length === 1 && first !== undefined) list.unshift(first);
  else replaceItems(list, [...added.toReversed(), ...list]);
}

/** There may be more items than a call takes as arguments. */
function replaceItems(list: string[], items: readonly string[]): void {
  list.length = 0;
  for (const item of items) list.push(item);
}

function pushExisting(database: Database, key: string, end: End, added: readonly string[]): number {
  return database.read('list', key) === undefined ? 0 : push(database, key, end, added);
}

function pop(
  name: string,
  database: Database,
  end: End,
  [key = '', count, ...more]: readonly string[],
): Result {
  if (more.length > 0) throw wrongNumberOfArguments(name);
  const wanted = count === undefined ? undefined : readCount(count);
  const list = database.read('list', key);
  if (list === undefined) return null;
  if (wanted === undefined) return (end === 'LEFT' ? list.shift() : list.pop()) ?? null;
  const taken = Math.min(wanted, list.length);
  return end === 'LEFT' ? list.splice(0, taken) : list.splice(list.length - taken).toReversed();
}

function move(database: Database, from: string, to: string, take: End, put: End): string | null {
  const source = database.read('list', from);
  if (source === undefined) return null;
  database.read('list', to);
  const item = (take === 'LEFT' ? source.shift() : source.pop()) ?? '';
  // The list that was emptied may be the one that the item goes to.
  if (from === to) pushTo(source, put, [item]);
  else push(database, to, put, [item]);
  return item;
}
