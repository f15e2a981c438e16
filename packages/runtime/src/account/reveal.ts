import type { SecretValue } from '../account.js';

/** Gives the text of a credential, wrapped or not. The function has a file of its own, which keeps the class `Secret` out of bundles: 61 bytes. */
export function reveal(value: string | SecretValue | undefined): string | undefined {
  return typeof value === 'object' ? value.reveal() : value;
}
