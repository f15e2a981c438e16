import { randomBytes } from 'node:crypto';
import type { Connection } from '@kosmokrator/runtime';

/** Where an account's credentials are kept. */
export type StoreKind = 'keychain' | 'encrypted_file' | 'plain_file';

/** What `accounts.json` holds. All of it can be read without a key, except the credentials. */
export interface AccountsFile {
  /** Version of this format. */
  readonly kosmokrator_accounts: 1;
  /** Tells this file's items in the OS keychain from those of other files. */
  readonly id: string;
  /** Where the key of the encrypted accounts is, and a sign to know it by. */
  readonly key?: { readonly in: 'keychain' | 'file'; readonly sign: string };
  /** By integration and name. */
  readonly accounts: Readonly<Record<string, Readonly<Record<string, StoredAccount>>>>;
}

/** One account. When it is in the keychain, its settings and credentials are there, too. */
export interface StoredAccount {
  readonly in: StoreKind;
  readonly settings?: StoredSettings;
  readonly fields?: Readonly<Record<string, unknown>>;
  /** Of an account in the keychain: what lists tell of it. Nothing is decided by it. */
  readonly holds?: AccountOutline;
}

/** What can be told of an account without its credentials. */
export interface AccountOutline {
  /** Names of its credentials. */
  readonly credentials: readonly string[];
  /** Names of the APIs that have another base URL. */
  readonly base_urls: readonly string[];
  /** When it ends. */
  readonly expires?: string;
}

/** Undefined for an account of an earlier version in the keychain. */
export function outlineOf({
  in: store,
  fields = {},
  settings = {},
  holds,
}: StoredAccount): AccountOutline | undefined {
  if (store === 'keychain') return isOutline(holds) ? holds : undefined;
  const { base_urls: urls = {}, connection } = settings;
  const expires = connection?.expires;
  return {
    credentials: Object.keys(fields),
    base_urls: Object.keys(urls),
    ...(expires !== undefined && { expires }),
  };
}

function isOutline(value: unknown): value is AccountOutline {
  const areNames = (names: unknown) =>
    Array.isArray(names) && names.every((name) => typeof name === 'string');
  return isRecord(value) && areNames(value['credentials']) && areNames(value['base_urls']);
}

/** What an account says besides its credentials. */
export interface StoredSettings {
  readonly base_urls?: Readonly<Record<string, string>>;
  readonly allow_private_addresses?: true;
  readonly connection?: Connection;
}

export function newAccountsFile(): AccountsFile {
  return { kosmokrator_accounts: 1, id: randomBytes(8).toString('hex'), accounts: {} };
}

/** The text of a file, read. Throws when it is anything but a whole one: nothing may be written over such a file. */
export function parseAccountsFile(text: string, path: string): AccountsFile {
  const broken = (what: string): never => {
    throw new Error(
      `${path} ${what}. Restore it from a backup, or move it away and store the accounts again.`,
    );
  };
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    // The parser's own message would quote the file.
    return broken('is not JSON: it was changed or cut short');
  }
  if (!isRecord(file)) return broken('is not a JSON object: it was changed');
  if (file['kosmokrator_accounts'] !== 1)
    return broken('has a version that this program cannot read; it reads version 1');
  if (!isAccountsFile(file)) return broken('was changed: an id, key or account in it is malformed');
  return file;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isAccountsFile(file: Record<string, unknown>): file is Record<string, unknown> & AccountsFile {
  const { id, key, accounts } = file;
  const keyFits =
    key === undefined ||
    (isRecord(key) && ['keychain', 'file'].includes(key['in'] as string) && typeof key['sign'] === 'string');
  return (
    typeof id === 'string' &&
    keyFits &&
    isRecord(accounts) &&
    Object.values(accounts).every((named) => isRecord(named) && Object.values(named).every(isStoredAccount))
  );
}

function isStoredAccount(account: unknown): boolean {
  if (!isRecord(account)) return false;
  if (account['in'] === 'keychain') return true;
  const { in: kind, settings, fields } = account;
  return (kind === 'encrypted_file' || kind === 'plain_file') && isSettings(settings) && isRecord(fields);
}

export function isSettings(settings: unknown): settings is StoredSettings {
  if (!isRecord(settings)) return false;
  const { base_urls: urls, allow_private_addresses: allow, connection, ...rest } = settings;
  const areTexts = (texts: unknown) =>
    texts === undefined ||
    (isRecord(texts) && Object.values(texts).every((text) => typeof text === 'string'));
  const fits = areTexts(urls) && areTexts(connection) && (allow === undefined || allow === true);
  return fits && Object.keys(rest).length === 0;
}

/** An account of the file. */
export function findStored(
  file: AccountsFile | undefined,
  integration: string,
  name: string,
): StoredAccount | undefined {
  const named = namedAccounts(file, integration);
  return Object.hasOwn(named, name) ? named[name] : undefined;
}

/** The names of an integration's accounts in the file, sorted. */
export function storedNames(file: AccountsFile | undefined, integration: string): string[] {
  return Object.keys(namedAccounts(file, integration)).toSorted();
}

function namedAccounts(
  file: AccountsFile | undefined,
  integration: string,
): Readonly<Record<string, StoredAccount>> {
  return file && Object.hasOwn(file.accounts, integration) ? file.accounts[integration]! : {};
}

/** The file with an account put in, or taken out. */
export function withStored(
  file: AccountsFile,
  integration: string,
  name: string,
  account: StoredAccount | undefined,
): AccountsFile {
  const others = Object.entries(namedAccounts(file, integration)).filter(([other]) => other !== name);
  const named = Object.fromEntries(account ? [...others, [name, account]] : others);
  const rest = Object.entries(file.accounts).filter(([other]) => other !== integration);
  const all = Object.keys(named).length > 0 ? [...rest, [integration, named] as const] : rest;
  return { ...file, accounts: Object.fromEntries(all) };
}

export function formatAccountsFile(file: AccountsFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}
