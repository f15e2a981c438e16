import type { Database } from '../database.js';

/** What a command gives: a text is a string of bytes, a number an integer. */
export type Result = null | string | number | bigint | readonly Result[];

/** A command of the store. Its arguments have been counted, and nothing else. Throws RedisError. */
export interface StoreCommand {
  /** The number of arguments as Redis counts them: the name is one of them, and a negative number is a minimum. */
  readonly arity: number;
  readonly run: (database: Database, args: readonly string[]) => Result;
}

/** Commands by their name in small letters. */
export type CommandTable = Readonly<Record<string, StoreCommand>>;

/** A command that takes so many arguments, its name counted; at least so many when negative. */
export function command(arity: number, run: StoreCommand['run']): StoreCommand {
  return { arity, run };
}
