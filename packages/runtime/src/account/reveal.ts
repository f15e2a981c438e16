import type { SecretValue } from '../account.js';

/** What is inside, when there is something around it. A file of its own keeps the class `Secret` out of bundles: 61 bytes. */
export function reveal(value: string | SecretValue | undefined): string | undefined {
  return typeof value === 'object' ? value.reveal() : value;
}
