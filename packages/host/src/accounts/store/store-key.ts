import { createHmac, randomBytes } from 'node:crypto';
import type { AccountsFile } from './accounts-file.js';
import { askKeychain, type FindKeychain, tryToKeep } from '../keychain/keychain.js';
import { readPrivateFile } from '../../files/private-file.js';

/** The key of an accounts file and where it is kept. */
export interface StoreKey {
  readonly bytes: Uint8Array;
  readonly header: NonNullable<AccountsFile['key']>;
}

/** Where a key can be. */
export interface KeyPlaces {
  /** Path of the key file. */
  readonly keyFile: string;
  readonly access: FindKeychain;
  /** Keys that came from the keychain, by their sign: it is asked for each once. */
  readonly keys: Map<string, Uint8Array>;
}

const keyBytes = 32;

/** The name of the key in the keychain. */
export const keyItem = ({ id }: AccountsFile): string => `key#${id}`;

/** The key that the file names. Throws when it is missing, or is another one; a new one is never put in its place. */
export async function findKey(file: AccountsFile, places: KeyPlaces): Promise<StoreKey> {
  const header = file.key;
  if (!header)
    throw new Error(
      'the file does not say which key its accounts are encrypted with. Store the account again.',
    );
  const known = places.keys.get(header.sign);
  if (known) return { bytes: known, header };
  const bytes = header.in === 'file' ? readKeyFile(places.keyFile) : await readKeychain(file, places);
  const place = header.in === 'file' ? places.keyFile : 'the OS keychain';
  if (!bytes) {
    throw new Error(
      `its key is missing from ${place}. Restore the key, or move the file away and store the accounts again.`,
    );
  }
  if (signOf(bytes) !== header.sign) {
    throw new Error(
      `the file was encrypted with a different key from the one in ${place}, perhaps on another computer. ` +
        'Copy that key here, or move the file away and store the accounts again.',
    );
  }
  if (header.in === 'keychain') places.keys.set(header.sign, bytes);
  return { bytes, header };
}

/** A key for a file that has none: from the key file, or else a new one, in the keychain where there is one. */
export async function makeKey(
  file: AccountsFile,
  { keyFile, access }: KeyPlaces,
  writeKeyFile: (text: string) => void,
): Promise<StoreKey> {
  const kept = readKeyFile(keyFile);
  if (kept) return { bytes: kept, header: { in: 'file', sign: signOf(kept) } };
  const bytes = randomBytes(keyBytes);
  const text = bytes.toString('base64');
  const sign = signOf(bytes);
  if (await tryToKeep(access, keyItem(file), text)) return { bytes, header: { in: 'keychain', sign } };
  writeKeyFile(`${text}\n`);
  return { bytes, header: { in: 'file', sign } };
}

async function readKeychain(file: AccountsFile, { access }: KeyPlaces): Promise<Buffer | undefined> {
  const text = await askKeychain(access, 'its key', async (keychain) => keychain.get(keyItem(file)));
  return decodeKey(text, 'the OS keychain');
}

function readKeyFile(path: string): Buffer | undefined {
  return decodeKey(readPrivateFile(path)?.text.trimEnd(), path);
}

function decodeKey(text: string | undefined, place: string): Buffer | undefined {
  if (text === undefined) return undefined;
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length === keyBytes && bytes.toString('base64') === text) return bytes;
  throw new Error(
    `the key in ${place} was changed. Restore it, or move the accounts away and store them again.`,
  );
}

/** Tells keys apart without telling anything of them. */
function signOf(key: Uint8Array): string {
  return createHmac('sha256', key).update('kosmokrator accounts').digest('hex').slice(0, 16);
}
