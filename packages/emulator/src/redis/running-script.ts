import type { Redis } from 'ioredis';
import type { Command } from './backend.js';
import { isFailure, type Reply } from './reply.js';

/** Redis hears the command that ends a script from here on. The vendor ends one after the `db_lua_timeout` of its plan. */
const limitMs = 5_000;

const runsCode = new Set(['eval', 'eval_ro', 'evalsha', 'evalsha_ro', 'fcall', 'fcall_ro']);

/** Whether a command runs a script or a function, for which nobody knows how long it takes. */
export function runsScript([name]: Command): boolean {
  return runsCode.has(name.toLowerCase());
}

/** Stands in the place of the reply when a script had to be ended together with Redis. */
export const endedWithRedis = {
  error: `ERR the script was stopped after ${limitMs / 1000} s, the limit of this emulator; it had already written, so the emulator restarted Redis and all databases are empty`,
};

const ended = {
  error: `ERR the script was stopped after ${limitMs / 1000} s, the limit of this emulator; it had written nothing`,
};

/** A script that Redis ended says so in words of its own. */
export function readEndedScript(reply: Reply): Reply {
  return isFailure(reply) && /killed by user with (SCRIPT|FUNCTION) KILL/.test(reply.error) ? ended : reply;
}

/**
 * Does the work, and ends the script that it runs when it takes too long. One that has written cannot be ended: then
 * `restart` is called, and `lost` gives the result.
 */
export async function withinLimit<T>(
  work: () => Promise<T>,
  control: Redis,
  restart: () => Promise<void>,
  lost: () => T,
): Promise<T> {
  let restarted: Promise<void> | undefined;
  const end = async () => {
    const kills = ['SCRIPT', 'FUNCTION'].map((kind) =>
      control.call(kind, 'KILL').catch((error: Error) => error.message),
    );
    const answers = await Promise.all(kills);
    if (answers.some((answer) => String(answer).startsWith('UNKILLABLE'))) await (restarted = restart());
  };
  let ending: Promise<void> | undefined;
  const timer = setTimeout(() => (ending = end()), limitMs);
  try {
    return await work();
  } catch (error) {
    await ending;
    if (restarted === undefined) throw error;
    return lost();
  } finally {
    clearTimeout(timer);
    await ending;
  }
}
