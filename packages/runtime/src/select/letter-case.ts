import { expectString } from './expect.js';

/** `lower`: in small letters, by Unicode's default rules and no locale's. */
export function lower(subject: unknown): string {
  return expectString(subject, 'lower', 1).toLowerCase();
}

/** `upper`: in capital letters, by Unicode's default rules and no locale's. */
export function upper(subject: unknown): string {
  return expectString(subject, 'upper', 1).toUpperCase();
}
