import type { Reply } from './reply.js';

const smallest = -(2n ** 63n);
const largest = 2n ** 63n - 1n;

/** By how much the counter commands change a value; `amount` is their second argument. */
const deltas: Readonly<Record<string, (amount: bigint) => bigint>> = {
  incr: () => 1n,
  decr: () => -1n,
  incrby: (amount) => amount,
  decrby: (amount) => -amount,
};

/** Reads and writes one value of a store; a write keeps the time to live. */
export interface CounterStore {
  read(key: string): Promise<string | null>;
  write(key: string, value: string): Promise<void>;
}

/** Counts with 64 bits, where ioredis-mock counts with 53; undefined when the command does not count. */
export async function runCounter(
  name: string,
  [key = '', amount = '1']: readonly string[],
  store: CounterStore,
): Promise<Reply | undefined> {
  const delta = deltas[name];
  if (delta === undefined) return undefined;
  const before = parseInteger((await store.read(key)) ?? '0');
  const by = parseInteger(amount);
  if (before === undefined || by === undefined) {
    return { error: 'ERR value is not an integer or out of range' };
  }
  const after = before + delta(by);
  if (after < smallest || after > largest) return { error: 'ERR increment or decrement would overflow' };
  await store.write(key, String(after));
  return after;
}

function parseInteger(text: string): bigint | undefined {
  if (!/^(0|-?[1-9]\d{0,18})$/.test(text)) return undefined;
  const value = BigInt(text);
  return value < smallest || value > largest ? undefined : value;
}
