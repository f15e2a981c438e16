import { type Environment, KosmoError } from '@kosmokrator/runtime';
import {
  type AccountContents,
  type AccountNames,
  formatItem,
  openContents,
  parseItem,
  readContents,
  sealContents,
} from './account-contents.js';
import { type AccountsFile, newAccountsFile, outlineOf, type StoredAccount } from './accounts-file.js';
import { askKeychain, type FindKeychain, tryToKeep } from '../keychain/keychain.js';
import type { StoreFiles, StoreState, StoreWriter } from './store-files.js';
import { findKey, makeKey } from './store-key.js';

/** The environment, the files, the key and the keychain that a store works with. */
export interface Vault {
  readonly env: Environment;
  readonly files: StoreFiles;
  /** Store credentials as plain text, and read those that were stored as plain text. */
  readonly plain: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly access: FindKeychain;
  /** Keys that came from the keychain, by their sign. */
  readonly keys: Map<string, Uint8Array>;
}

/** What to write for an account, and the file to write it into, which may have got a key. */
export interface KeptAccount {
  readonly file: AccountsFile;
  readonly stored: StoredAccount;
}

/** Puts contents into the keychain, or else encrypts them; as plain text only where the vault is for that. */
export async function keepContents(
  { files, plain, access, keys }: Vault,
  writer: StoreWriter,
  names: AccountNames,
  contents: AccountContents,
): Promise<KeptAccount> {
  const file = writer.file ?? newAccountsFile();
  if (plain) return { file, stored: { in: 'plain_file', ...contents } };
  if (await tryToKeep(access, itemName(file, names), formatItem(names, contents))) {
    return { file, stored: { in: 'keychain', holds: outlineOf({ in: 'plain_file', ...contents })! } };
  }
  const places = { keyFile: files.keyFile, access, keys };
  const key = hasSealed(file)
    ? await findKey(file, places)
    : await makeKey(file, places, writer.writeKeyFile);
  return { file: { ...file, key: key.header }, stored: sealContents(key.bytes, names, contents) };
}

/** The contents of a stored account; they are opened once while the file is untouched. */
export async function fetchContents(
  vault: Vault,
  { file, opened }: StoreState & { readonly file: AccountsFile },
  names: AccountNames,
  stored: StoredAccount,
): Promise<AccountContents> {
  const known = opened.get(`${names.integration}/${names.account}`);
  if (known) return known;
  const contents = await fetchers[stored.in](vault, file, names, stored);
  opened.set(`${names.integration}/${names.account}`, contents);
  return contents;
}

type Fetcher = (
  vault: Vault,
  file: AccountsFile,
  names: AccountNames,
  stored: StoredAccount,
) => Promise<AccountContents>;

const fetchers: Record<StoredAccount['in'], Fetcher> = {
  async keychain({ access }, file, names) {
    const item = await askKeychain(access, 'it', async (keychain) => keychain.get(itemName(file, names)));
    if (item === undefined)
      throw new Error('its item is missing from the OS keychain. Store the account again.');
    return parseItem(names, item);
  },
  async encrypted_file({ files, access, keys }, file, names, stored) {
    const key = await findKey(file, { keyFile: files.keyFile, access, keys }).catch((error: Error) => {
      throw cannotOpen(stored, error);
    });
    return openContents(key.bytes, names, stored);
  },
  async plain_file({ plain, files }, _file, _names, stored) {
    if (plain) return readContents(stored);
    throw new Error(
      `it is stored as plain text in ${files.accountsFile}, and plain text is read only with the option plain: true. ` +
        'Store the account again to encrypt it.',
    );
  },
};

function cannotOpen({ fields = {} }: StoredAccount, { message }: Error): KosmoError {
  const names = Object.keys(fields);
  return new KosmoError({
    code: 'missing_credentials',
    message: `${names.join(' and ')} cannot be opened: ${message}`,
    ...(names[0] && { param: names[0] }),
  });
}

/** The name of an account in the keychain. */
export function itemName({ id }: AccountsFile, { integration, account }: AccountNames): string {
  return `${integration}/${account}#${id}`;
}

/** Whether the file has accounts that its key opens. */
export function hasSealed({ accounts }: AccountsFile): boolean {
  return Object.values(accounts).some((named) =>
    Object.values(named).some((account) => account.in === 'encrypted_file'),
  );
}
