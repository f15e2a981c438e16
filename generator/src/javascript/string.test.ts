import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { hostileTexts } from '../../fixtures/hostile-text.js';
import { printLiteral } from './literal.js';
import { printString } from './string.js';
import { replaceUnprintable, unicodeEscape } from './unprintable.js';

const evaluate = (code: string): unknown => runInNewContext(`'use strict'; (${code})`);

test.each(hostileTexts)('%j reads back, is visible and ends no HTML script', (text) => {
  const code = printString(text);
  expect(evaluate(code)).toBe(text);
  expect(replaceUnprintable(code, unicodeEscape)).toBe(code);
  expect(code).not.toMatch(/<[/!]/);
});

test('only code stands for its key, and no value that reads like it', () => {
  const value = { '{}': {}, '[]': [], true: true, null: null, x: 'x' };
  const code = printLiteral(value);
  expect(code).toBe(`{ '{}': {}, '[]': [], true: true, null: null, x: 'x' }`);
  expect(JSON.stringify(evaluate(code))).toBe(JSON.stringify(value));
});
