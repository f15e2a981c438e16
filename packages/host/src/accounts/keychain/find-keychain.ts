import type { Environment } from '@kosmokrator/runtime';
import { type FindKeychain, firstLine, type Keychain, type KeychainAccess } from './keychain.js';
import { findMissingBus } from './find-missing-bus.js';
import { systemKeychain } from './system-keychain.js';
import { withPatience } from './with-patience.js';

/**
 * A finder of the keychain: that of the system (`auto`, by way of the optional package @napi-rs/keyring), none (`off`),
 * or the one given. Default: `off` when `KOSMO_KEYCHAIN=off`, else `auto`. It is looked for again after a failure, since
 * one that is locked now may be open the next time.
 */
export function keychainFinder(
  choice: 'auto' | 'off' | Keychain | undefined,
  env: Environment,
): FindKeychain {
  const chosen = choice ?? (env['KOSMO_KEYCHAIN'] === 'off' ? 'off' : 'auto');
  if (chosen === 'off') return async () => ({ reason: 'it is turned off' });
  const keychain = withPatience(chosen === 'auto' ? systemKeychain() : chosen);
  // D-Bus reads the environment of the process, not the one that was passed.
  const missing = () => (chosen === 'auto' ? findMissingBus(process.env, process.platform) : undefined);
  let found: Promise<KeychainAccess> | undefined;
  const look = async (): Promise<KeychainAccess> => {
    const reason = missing();
    if (reason !== undefined) return { reason };
    return keychain.get('probe').then(
      () => ({ keychain }),
      (error: unknown) => ({ reason: firstLine(error) }),
    );
  };
  return async () => {
    const search = (found ??= look());
    const access = await search;
    if (!access.keychain && found === search) found = undefined;
    return access;
  };
}
