import { countOf, readInteger, readOptions } from './arguments.js';
import { command, type CommandTable, type StoreCommand } from './command.js';
import { toDeadline } from '../deadline.js';
import { RedisError } from '../redis-error.js';

export const expiryCommands: CommandTable = {
  expire: expireCommand('expire', 'EX'),
  pexpire: expireCommand('pexpire', 'PX'),
  expireat: expireCommand('expireat', 'EXAT'),
  pexpireat: expireCommand('pexpireat', 'PXAT'),
  ttl: expiryCommand((at) => toSeconds(Math.max(0, at - Date.now()))),
  pttl: expiryCommand((at) => Math.max(0, at - Date.now())),
  expiretime: expiryCommand(toSeconds),
  pexpiretime: expiryCommand((at) => at),
  persist: command(2, (database, [key = '']) => {
    if (database.expiryOf(key) === undefined) return 0;
    database.expire(key, undefined);
    return 1;
  }),
};

function expireCommand(name: string, unit: string): StoreCommand {
  return command(-3, (database, [key = '', amount, ...args]) => {
    const words = args.map((arg) => arg.toUpperCase());
    const unknown = args.find((_, index) => !conditions.has(words[index] ?? ''));
    if (unknown !== undefined) throw new RedisError(`ERR Unsupported option ${unknown}`);
    const options = readOptions(args, { NX: 0, XX: 0, GT: 0, LT: 0 });
    if (options.has('NX') && countOf(options, 'XX', 'GT', 'LT') > 0) {
      throw new RedisError('ERR NX and XX, GT or LT options at the same time are not compatible');
    }
    if (countOf(options, 'GT', 'LT') > 1) {
      throw new RedisError('ERR GT and LT options at the same time are not compatible');
    }
    const at = toDeadline(name, readInteger(amount), unit);
    if (database.kindOf(key) === undefined) return 0;
    const before = database.expiryOf(key);
    if (options.has('NX') && before !== undefined) return 0;
    if (options.has('XX') && before === undefined) return 0;
    // A key that does not end lives longest.
    if (options.has('GT') && at <= (before ?? Infinity)) return 0;
    if (options.has('LT') && at >= (before ?? Infinity)) return 0;
    database.expire(key, at);
    return 1;
  });
}

const conditions = new Set(['NX', 'XX', 'GT', 'LT']);

function expiryCommand(read: (at: number) => number): StoreCommand {
  return command(2, (database, [key = '']) => {
    if (database.kindOf(key) === undefined) return -2;
    const at = database.expiryOf(key);
    return at === undefined ? -1 : read(at);
  });
}

/** Redis rounds to the nearest second. */
function toSeconds(milliseconds: number): number {
  return Math.floor((milliseconds + 500) / 1000);
}
