import { expect, test } from 'vitest';
import { parseDuration, parseSize } from './parse-quantity.js';

test.each([
  ['500ms', 500],
  ['30s', 30_000],
  ['1.5m', 90_000],
])('%s is %i ms', (text, expected) => expect(parseDuration(text)).toBe(expected));

test.each([
  ['512kB', 524_288],
  ['64MB', 67_108_864],
  ['1gb', 1_073_741_824],
])('%s is %i bytes', (text, expected) => expect(parseSize(text)).toBe(expected));

test.each(['30', 's', '-1s', '0s', '1h', '1e3s', '1 s', ''])('the duration "%s" is refused', (text) => {
  expect(() => parseDuration(text)).toThrow('such as 500ms, 30s or 2m');
});
