import { createRequire } from 'node:module';
import type { ReplyFailure } from './reply.js';

/** What a Redis says about one of its commands: name, arity, flags, first key, last key, step, categories. */
type CommandInfo = readonly [string, number, readonly string[], number, number, number, readonly string[]];

const commandInfo = new Map(
  (createRequire(import.meta.url)('ioredis-mock/data/command-info.json') as readonly CommandInfo[]).map(
    (info) => [info[0].toLowerCase(), info],
  ),
);

const typeOfCategory: Readonly<Record<string, string>> = {
  '@string': 'string',
  '@bitmap': 'string',
  '@list': 'list',
  '@hash': 'hash',
  '@set': 'set',
  '@sortedset': 'zset',
};

/** These take a key of any type: they replace it, or answer null. */
const anyType = new Set(['set', 'setex', 'psetex', 'mset', 'msetnx', 'mget', 'setnx']);

/** Positions of arguments that must be integers, where the library does not look. */
const integerArguments: Readonly<Record<string, readonly number[]>> = {
  expire: [1],
  pexpire: [1],
  expireat: [1],
  pexpireat: [1],
  setex: [1],
  psetex: [1],
  lrange: [1, 2],
  ltrim: [1, 2],
  lindex: [1],
  lset: [1],
  getrange: [1, 2],
  setrange: [1],
  hincrby: [2],
};

const notAnInteger = { error: 'ERR value is not an integer or out of range' };
const expiries = new Set(['EX', 'PX', 'EXAT', 'PXAT']);
const conditions = new Set(['NX', 'XX', 'GET', 'KEEPTTL']);

export function isKnownCommand(name: string): boolean {
  return commandInfo.has(name);
}

/** Refuses what a Redis refuses before it runs a command, and ioredis-mock does not. */
export async function checkCommand(
  name: string,
  args: readonly string[],
  typeOf: (key: string) => Promise<string>,
): Promise<ReplyFailure | undefined> {
  const info = commandInfo.get(name);
  if (info === undefined) return undefined;
  const size = args.length + 1;
  const arity = info[1];
  if (arity < 0 ? size < -arity : size !== arity) {
    return { error: `ERR wrong number of arguments for '${name}' command` };
  }
  if (integerArguments[name]?.some((at) => !isInteger(args[at]))) return notAnInteger;
  const failure = name === 'set' ? checkSetOptions(args.slice(2)) : checkExpiry(name, args[1]);
  return failure ?? checkType(name, info, args, typeOf);
}

function checkExpiry(name: string, seconds: string | undefined): ReplyFailure | undefined {
  if (name !== 'setex' && name !== 'psetex') return undefined;
  return Number(seconds) > 0 ? undefined : { error: `ERR invalid expire time in '${name}' command` };
}

function checkSetOptions(options: readonly string[]): ReplyFailure | undefined {
  for (let at = 0; at < options.length; at += 1) {
    const option = options[at]?.toUpperCase() ?? '';
    if (conditions.has(option)) continue;
    at += 1;
    if (!expiries.has(option) || at >= options.length) return { error: 'ERR syntax error' };
    if (!isInteger(options[at])) return notAnInteger;
    if (Number(options[at]) <= 0) return { error: "ERR invalid expire time in 'set' command" };
  }
  return undefined;
}

async function checkType(
  name: string,
  [, , , firstKey, , , categories]: CommandInfo,
  args: readonly string[],
  typeOf: (key: string) => Promise<string>,
): Promise<ReplyFailure | undefined> {
  const key = args[firstKey - 1];
  const category = categories.find((item) => item in typeOfCategory);
  if (key === undefined || category === undefined || anyType.has(name) || name.endsWith('store')) {
    return undefined;
  }
  const type = await typeOf(key);
  if (type === 'none' || type === typeOfCategory[category]) return undefined;
  return { error: 'WRONGTYPE Operation against a key holding the wrong kind of value' };
}

function isInteger(text: string | undefined): boolean {
  return text !== undefined && /^-?\d{1,19}$/.test(text);
}
