import { assert, property, string } from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { hostileTexts } from '../../../fixtures/hostile-text.js';
import { yamlFrontMatter, yamlText } from './yaml.js';

const read = (text: string) => [parse(text), load(text)];

describe('yamlText', () => {
  test('writes a plain word bare', () => {
    expect(yamlText('upstash-redis').text).toBe('upstash-redis');
    expect(yamlText('no').text).toBe('"no"');
  });

  test.each([
    'yes',
    'On',
    'null',
    '~',
    '012',
    '1e3',
    '-',
    '- a',
    'a: b',
    '# a',
    '<<',
    '*a',
    '&a',
    '!!x',
    '%',
    '@',
    '`',
    'a-',
    '',
    ...hostileTexts,
  ])('%j reads back as itself', (text) => {
    const { text: written } = yamlText(text);
    expect(written).not.toMatch(/\n/);
    expect(read(`key: ${written}`)).toEqual([{ key: text }, { key: text }]);
  });

  test('so does any text', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        expect(parse(yamlText(text).text)).toBe(text);
      }),
    );
  });
});

test('front matter is one block of fields', () => {
  expect(yamlFrontMatter({ name: 'a-b', description: 'It: does\n---' }).text).toBe(
    '---\nname: a-b\ndescription: "It: does\\n---"\n---',
  );
});
