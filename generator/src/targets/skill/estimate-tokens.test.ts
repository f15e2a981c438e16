import { readdirSync, readFileSync } from 'node:fs';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { clip, estimateTokens, wholeWords } from './estimate-tokens.js';

const guides = new URL('../../../../docs/guides/', import.meta.url);

describe('an estimate', () => {
  const ratios: number[] = [];
  afterAll(() => {
    const [least, highest] = [Math.min(...ratios).toFixed(2), Math.max(...ratios).toFixed(2)];
    console.log(
      `tokens of ${ratios.length} guides: the estimate is ${least} to ${highest} times the real count`,
    );
  });

  test.each(readdirSync(guides))('is not below the real count and not twice it: %s', (name) => {
    const text = readFileSync(new URL(name, guides), 'utf8');
    ratios.push(estimateTokens(text) / encode(text).length);
    expect(ratios.at(-1)).toBeGreaterThanOrEqual(1);
    expect(ratios.at(-1)).toBeLessThan(2);
  });

  test('holds for digits, marks, spaces and other scripts', () => {
    const piece = oneof(
      string({ unit: 'grapheme', maxLength: 20 }),
      string({ unit: 'binary', maxLength: 20 }),
      constantFrom(' ', '\n', 'a', '12 ', '`, '),
    );
    assert(
      property(array(piece, { minLength: 30, maxLength: 60 }), (list) => {
        const text = list.join(' ');
        expect(estimateTokens(text)).toBeGreaterThanOrEqual(encode(text).length);
      }),
    );
  });
});

test('every word that counts as one token is one', () => {
  for (const word of wholeWords) {
    const capital = word[0]!.toUpperCase() + word.slice(1);
    for (const text of [word, ` ${word}`, capital, ` ${capital}`])
      expect([text, encode(text).length]).toEqual([text, 1]);
  }
});

test('clip keeps a text that fits, and else as many words as fit', () => {
  expect(clip('get the key', 3)).toBe('get the key');
  expect(clip('get the key now', 3)).toBe('get the…');
  expect(clip('x'.repeat(100), 10)).toMatch(/^x{8,20}…$/);
  expect(estimateTokens(clip('数'.repeat(1000), 30))).toBeLessThanOrEqual(34);
});
