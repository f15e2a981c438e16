import { readInteger, type OptionShape } from './commands/arguments.js';
import { notInProcess, RedisError } from './redis-error.js';

/** The options that end a key at a time. */
export const deadlineOptions = { EX: 1, PX: 1, EXAT: 1, PXAT: 1 } as const satisfies OptionShape;

/** The time that an option of a command names, in milliseconds since 1970; undefined when there is none. */
export function readDeadline(
  name: string,
  options: ReadonlyMap<string, readonly string[]>,
): number | undefined {
  for (const option of Object.keys(deadlineOptions)) {
    const [amount] = options.get(option) ?? [];
    if (amount === undefined) continue;
    const value = readInteger(amount);
    if (value <= 0n) throw invalidExpireTime(name);
    return toDeadline(name, value, option);
  }
  return undefined;
}

/** `EX` and `EXAT` are in seconds, `EX` and `PX` count from now. */
export function toDeadline(name: string, value: bigint, option: string): number {
  const milliseconds = option.startsWith('EX') ? value * 1000n : value;
  const at = milliseconds + (option.endsWith('AT') ? 0n : BigInt(Date.now()));
  const limit = 2n ** 63n;
  if (milliseconds >= limit || milliseconds < -limit || at >= limit) throw invalidExpireTime(name);
  // A number keeps times up to the year 287396 exact.
  if (at > BigInt(Number.MAX_SAFE_INTEGER)) throw notInProcess('times that far away');
  return Number(at);
}

function invalidExpireTime(name: string): RedisError {
  return new RedisError(`ERR invalid expire time in '${name}' command`);
}
