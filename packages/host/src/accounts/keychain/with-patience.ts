import type { Keychain } from './keychain.js';

/** How long a keychain is waited for, in milliseconds. */
export interface Patience {
  /** In all, for answers that come one after the other. Default: 3,000, so that a whole command ends within 5 s. */
  readonly waitMs?: number;
  /** For how long a keychain that was waited for in vain is not asked again. Default: 60,000. */
  readonly pauseMs?: number;
}

/** After an answer within this time, a keychain has all of its time again. */
const promptMs = 250;

/**
 * A keychain that may wait for a password dialog which nobody sees, or for a service that hangs. All answers together are
 * waited for no longer than `waitMs`: then each method rejects at once, until a pause is over. The pause lets a server that
 * runs for days use a keychain that was unlocked in the meantime.
 */
export function withPatience(
  keychain: Keychain,
  { waitMs = 3_000, pauseMs = 60_000 }: Patience = {},
): Keychain {
  let waited = 0;
  let silentUntil = -Infinity;
  const silence = () =>
    new Error(
      `it did not answer within ${waitMs / 1000} s. Check whether it is asking for a password, or turn it off with KOSMO_KEYCHAIN=off.`,
    );

  async function limit<T>(ask: () => Promise<T>): Promise<T> {
    const start = performance.now();
    if (start < silentUntil) throw silence();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        silentUntil = performance.now() + pauseMs;
        keychain.giveUp?.();
        reject(silence());
      }, waitMs - waited);
    });
    try {
      return await Promise.race([ask(), late]);
    } finally {
      clearTimeout(timer);
      const took = performance.now() - start;
      waited = took < promptMs || silentUntil > start ? 0 : waited + took;
    }
  }

  return {
    get: async (item) => limit(async () => keychain.get(item)),
    set: async (item, value) => limit(async () => keychain.set(item, value)),
    delete: async (item) => limit(async () => keychain.delete(item)),
  };
}
