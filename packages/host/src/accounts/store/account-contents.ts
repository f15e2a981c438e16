import { KosmoError } from '@kosmokrator/runtime';
import { isRecord, isSettings, type StoredAccount, type StoredSettings } from './accounts-file.js';
import { openValue, sealValue } from './seal-value.js';

/** Which account something belongs to. */
export interface AccountNames {
  readonly integration: string;
  readonly account: string;
}

/** All of an account, readable. */
export interface AccountContents {
  readonly settings: StoredSettings;
  /** By credential: its value, and the origins that it may be sent to. */
  readonly fields: Readonly<Record<string, Field>>;
}

interface Field {
  readonly origin: string;
  readonly value: string;
}

export function sealContents(
  key: Uint8Array,
  names: AccountNames,
  { settings, fields }: AccountContents,
): StoredAccount {
  const sealed = Object.entries(fields).map(([field, { origin, value }]) => [
    field,
    { origin, ...sealValue(key, value, { ...names, field, origin, settings }) },
  ]);
  return { in: 'encrypted_file', settings, fields: Object.fromEntries(sealed) };
}

/** Throws an error that names the credential when one of them is not as it was sealed. */
export function openContents(key: Uint8Array, names: AccountNames, stored: StoredAccount): AccountContents {
  const { settings = {}, fields = {} } = stored;
  const open = (field: string, sealed: unknown): Field => {
    if (!isTexts(sealed, ['origin', 'nonce', 'sealed'])) throw altered(field);
    const { origin } = sealed;
    const value = openValue(key, sealed, { ...names, field, origin, settings });
    if (value === undefined) throw altered(field);
    return { origin, value };
  };
  return { settings, fields: mapFields(fields, open) };
}

/** The contents of a plain entry, or of an item in the keychain. */
export function readContents({ settings = {}, fields = {} }: Omit<StoredAccount, 'in'>): AccountContents {
  const read = (field: string, plain: unknown): Field => {
    if (!isTexts(plain, ['origin', 'value'])) throw altered(field);
    return plain;
  };
  return { settings, fields: mapFields(fields, read) };
}

/** Spells an account as the keychain keeps it: with its names, so that an item in another's place is noticed. */
export function formatItem({ integration, account }: AccountNames, contents: AccountContents): string {
  return JSON.stringify({ integration, account, ...contents });
}

export function parseItem(names: AccountNames, text: string): AccountContents {
  const item = tryParse(text);
  const fits =
    isRecord(item) && item['integration'] === names.integration && item['account'] === names.account;
  if (!fits || !isSettings(item['settings']) || !isRecord(item['fields'])) {
    throw new Error(
      'its item in the OS keychain was changed, or belongs to another account. Store the account again.',
    );
  }
  return readContents({ settings: item['settings'], fields: item['fields'] });
}

function mapFields(
  fields: Readonly<Record<string, unknown>>,
  read: (field: string, value: unknown) => Field,
): Record<string, Field> {
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, read(field, value)]));
}

function altered(field: string): KosmoError {
  const message =
    `${field} cannot be read: it was changed or cut short, or encrypted for another account, credential, origin or key. ` +
    'Store the account again.';
  return new KosmoError({ code: 'missing_credentials', message, param: field });
}

function isTexts<Key extends string>(value: unknown, keys: readonly Key[]): value is Record<Key, string> {
  return isRecord(value) && keys.every((key) => typeof value[key] === 'string');
}

/** The parser's own message would quote the text. */
function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
