import type { Account, Connection } from '@kosmokrator/runtime';
import type { AccountContents } from './store/account-contents.js';
import type { DescribedIntegration } from './account-integration.js';
import { type AccountPlace, describePlace } from './account-place.js';
import { withNames } from './store/account-problem.js';
import { itemName, keepContents, type Vault } from './store/account-vault.js';
import { findStored, withStored } from './store/accounts-file.js';
import { askFirst } from './store/ask-first.js';
import { bindOrigins } from './bind-origins.js';
import { checkAccountName } from './check-account-name.js';
import { checkUnused, refuseOther } from './check-free.js';
import { checkGiven } from './check-given.js';
import { askKeychain } from './keychain/keychain.js';

/** Settings of an account besides its credentials. */
export interface AccountSettings {
  /** Other base URLs, by API name. */
  readonly baseUrls?: Readonly<Record<string, string | undefined>>;
  /** Permits hosts on private networks. Default: false. */
  readonly allowPrivateAddresses?: boolean;
  /** Where its credentials are from. With it, another account of that name is not replaced. */
  readonly connection?: Connection;
}

export interface NewAccount extends AccountSettings {
  readonly credentials: Account['credentials'];
}

/** See `AccountStore.set`. */
export async function setAccount(
  vault: Vault,
  integration: DescribedIntegration,
  name: string,
  given: NewAccount,
): Promise<AccountPlace> {
  const contents = checkedContents(vault, integration, name, given);
  const names = { integration: integration.name, account: name };
  return withNames(names, async () => {
    await askFirst(vault);
    return vault.files.write(async (writer) => {
      const before = findStored(writer.file, integration.name, name);
      if (given.connection) await refuseOther(vault, writer, names, given.connection.id);
      const { file, stored } = await keepContents(vault, writer, names, contents);
      writer.replace(withStored(file, integration.name, name, stored));
      const place = await describePlace(vault, file, stored);
      const moved = before?.in === 'keychain' && stored.in !== 'keychain';
      if (!moved || (await removeItem(vault, itemName(file, names)))) return place;
      return {
        ...place,
        text: `${place.text}; its old item is still in the OS keychain, because it could not be removed`,
      };
    });
  });
}

/** What would be stored. Throws `invalid_argument` for a name or value that no account can have. */
export function checkedContents(
  vault: Vault,
  integration: DescribedIntegration,
  name: string,
  given: NewAccount,
): AccountContents {
  checkAccountName(integration, name);
  const contents = contentsOf(vault, integration, given);
  const values = Object.entries(contents.fields).map(([field, { value }]) => [field, value]);
  checkUnused(vault, integration, name, Object.fromEntries(values));
  return contents;
}

function contentsOf(
  { env }: Vault,
  integration: DescribedIntegration,
  { credentials: given, baseUrls: urls = {}, allowPrivateAddresses, connection }: NewAccount,
): AccountContents {
  const allowLoopbackHttp = env['KOSMO_ALLOW_LOOPBACK_HTTP'] === '1';
  const { credentials, baseUrls } = checkGiven(integration, {
    credentials: given,
    baseUrls: urls,
    allowLoopbackHttp,
  });
  const origins = bindOrigins(integration, credentials, baseUrls);
  const fields = Object.entries(credentials).map(([field, value]) => [
    field,
    { origin: origins[field]!, value },
  ]);
  return {
    settings: {
      ...(Object.keys(baseUrls).length > 0 && { base_urls: baseUrls }),
      ...(allowPrivateAddresses && { allow_private_addresses: true }),
      ...(connection && { connection }),
    },
    fields: Object.fromEntries(fields),
  };
}

async function removeItem({ access }: Vault, item: string): Promise<boolean> {
  return askKeychain(access, item, async (keychain) => keychain.delete(item)).then(
    () => true,
    () => false,
  );
}
