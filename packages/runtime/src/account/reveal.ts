import type { Secret } from './secret.js';

/** What is inside, when there is something around it. */
export function reveal(value: string | Secret | undefined): string | undefined {
  return typeof value === 'object' ? value.reveal() : value;
}
