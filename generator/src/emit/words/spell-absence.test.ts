import { expect, test } from 'vitest';
import { jsonWords, luaWords } from './schema-rows.js';
import { spellAbsence } from './spell-absence.js';

test.each([
  ['Null if there is no such key.', 'Nil if there is no such key.'],
  ['The next page; null on the last.', 'The next page; nil on the last.'],
  ['Send `null` to clear; null means unset.', 'Send `null` to clear; nil means unset.'],
  ['Nullable and annulled.', 'Nullable and annulled.'],
])('%s', (text, lua) => {
  expect(spellAbsence(text, luaWords)).toBe(lua);
  expect(spellAbsence(text, jsonWords)).toBe(text);
});
