import type { Environment } from '../account-from-env.js';

/** A store of the operating system for small secrets. Each method may reject when it cannot be reached. */
export interface Keychain {
  get(item: string): Promise<string | undefined>;
  set(item: string, value: string): Promise<void>;
  /** Whether there was such an item. */
  delete(item: string): Promise<boolean>;
}

/** A keychain, or why there is none. */
export type KeychainAccess =
  | { readonly keychain: Keychain; readonly reason?: never }
  | { readonly keychain?: never; readonly reason: string };

const service = 'kosmokrator';
const patienceMs = 30_000;

/**
 * Finds the keychain: that of the system (`auto`, by way of the optional package @napi-rs/keyring), none (`off`), or
 * the one given. Default: `off` when `KOSMO_KEYCHAIN=off`, else `auto`.
 */
export async function openKeychain(
  choice: 'auto' | 'off' | Keychain | undefined,
  env: Environment = process.env,
): Promise<KeychainAccess> {
  const chosen = choice ?? (env['KOSMO_KEYCHAIN'] === 'off' ? 'off' : 'auto');
  if (chosen === 'off') return { reason: 'it is turned off' };
  try {
    const keychain = inTime(chosen === 'auto' ? await systemKeychain() : chosen);
    await keychain.get('probe');
    return { keychain };
  } catch (error) {
    return { reason: firstLine(error) };
  }
}

/**
 * On Linux the package would fall back to the kernel's keyring, which forgets everything at the next start: only
 * the Secret Service is used.
 */
async function systemKeychain(): Promise<Keychain> {
  const { AsyncEntry } = await loadKeyring();
  const entry = (item: string) => new AsyncEntry(service, item, { linux: { store: 'secret-service' } });
  return {
    get: async (item) => (await entry(item).getPassword()) ?? undefined,
    set: async (item, value) => entry(item).setPassword(value),
    delete: async (item) => entry(item).deletePassword(),
  };
}

async function loadKeyring(): Promise<typeof import('@napi-rs/keyring')> {
  try {
    return await import('@napi-rs/keyring');
  } catch {
    throw new Error('the package @napi-rs/keyring is not installed for this system');
  }
}

/** A keychain that waits for a password dialog which nobody sees would wait for ever. */
function inTime(keychain: Keychain): Keychain {
  return {
    get: async (item) => limit(keychain.get(item)),
    set: async (item, value) => limit(keychain.set(item, value)),
    delete: async (item) => limit(keychain.delete(item)),
  };
}

async function limit<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patienceMs / 1000} s`)), patienceMs);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/** Whether the keychain took it: it may be locked, or the item too large for it. */
export async function tryToKeep(
  keychain: Keychain | undefined,
  item: string,
  text: string,
): Promise<boolean> {
  if (!keychain) return false;
  return keychain.set(item, text).then(
    () => true,
    () => false,
  );
}

/** What the system says, in one line. */
function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n', 1)[0]!;
}
