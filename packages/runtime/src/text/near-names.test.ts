import { expect, test } from 'vitest';
import { didYouMean, nearNames } from './near-names.js';

const known = ['upstash_get_key', 'upstash_set_key', 'upstash_list_keys', 'planetscale_get_branch'];

test('finds the nearest few, nearest first', () => {
  expect(nearNames('upstash_getkey', known)).toEqual(['upstash_get_key', 'upstash_set_key']);
  expect(nearNames('UPSTASH_GET_KEY', known, 1)).toEqual(['upstash_get_key']);
  expect(nearNames('planetscale_get_brnach', known)).toEqual(['planetscale_get_branch']);
});

test('says nothing when no name is near', () => {
  expect(didYouMean('send_mail', known)).toBe('');
  expect(didYouMean('x'.repeat(100_000), known)).toBe('');
  expect(didYouMean('limt', ['limit', 'list'])).toBe('; did you mean "limit" or "list"?');
});
