import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { StoredSettings } from './accounts-file.js';

/** What a sealed value belongs to: one credential of one account, and where it may be sent. */
export interface SealContext {
  readonly integration: string;
  readonly account: string;
  readonly field: string;
  /** The origins, separated by spaces. */
  readonly origin: string;
  /** The account's settings, as the file has them. */
  readonly settings: StoredSettings;
}

/** An encrypted value; both parts in base64, the tag at the end of `sealed`. */
export interface SealedValue {
  readonly nonce: string;
  readonly sealed: string;
}

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** Encrypts with AES-256-GCM and a random nonce. The context is bound to it, so that it opens nowhere else. */
export function sealValue(key: Uint8Array, value: string, context: SealContext): SealedValue {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(associatedData(context));
  const sealed = Buffer.concat([cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { nonce: nonce.toString('base64'), sealed: sealed.toString('base64') };
}

/** The value, or undefined when anything is not as it was sealed: a bit of it, its place, or the key. */
export function openValue(
  key: Uint8Array,
  { nonce, sealed }: SealedValue,
  context: SealContext,
): string | undefined {
  const iv = decode(nonce);
  const bytes = decode(sealed);
  if (iv?.length !== nonceBytes || bytes === undefined || bytes.length < tagBytes) return undefined;
  const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagBytes });
  decipher.setAAD(associatedData(context));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

/** No name holds a `|`, so that no two contexts read the same. */
function associatedData({ integration, account, field, origin, settings }: SealContext): Buffer {
  return Buffer.from([1, integration, account, field, origin, JSON.stringify(settings)].join('|'));
}

/** Node's decoder skips what is not base64; a changed text that decodes alike is refused here. */
function decode(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}
