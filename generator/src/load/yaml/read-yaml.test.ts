import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { describe, expect, test } from 'vitest';
import { readPlainYaml } from './read-plain-yaml.js';
import { readYaml } from './read-yaml.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

function yamlFiles(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return entries.filter((name) => name.endsWith('.yaml')).map((name) => join(root, folder, name));
}

/** The plain reader may decline; when it answers, its answer is the reference's, and nothing is wrong. */
function expectAgreement(text: string): boolean {
  const plain = readPlainYaml(text);
  if (plain === undefined) return false;
  const { value, faults } = readYaml(text);
  expect(faults).toEqual([]);
  expect(plain.value).toEqual(value);
  return true;
}

describe('the plain reader agrees with the reference', () => {
  test('on every spec, most of which it reads', () => {
    const files = [...yamlFiles('specs'), ...yamlFiles('generator/fixtures')];
    const read = files.filter((file) => expectAgreement(readFileSync(file, 'utf8')));
    expect(read.length / files.length).toBeGreaterThan(0.7);
  });

  test.each([
    ['a block', 'a: |\n  *b* &c !d\n\n  ? e <<\nf: 1', true],
    ['a block in a list', '- a: >-\n    **b**\n  c: |2\n    &d\n- e', true],
    ['what follows a block in a list', '- a: &b 1\n- c: |\n  d: *b', false],
    ['what follows an empty block', 'a: |\nb: &c 1\nd: *c', false],
    ['a list that is a key', 'a: { b,[c, d]: 1 }', false],
    ['a list of one that is a key', 'a: { [c]: 1 }', false],
    ['what a comment that looks like the head of a block stands over', 'a: &b 1\nc: # d: |\n  e: *b', false],
    ['what a text that looks like the head of a block stands over', 'a: &b 1\n"c: |\n  d": *b', false],
  ])('on %s', (_, text, isRead) => {
    expect(expectAgreement(text)).toBe(isRead);
  });

  test('on generated documents', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.boolean(), (value, flow) => {
        const text = stringify(value, { collectionStyle: flow ? 'flow' : 'any', lineWidth: 60 });
        if (expectAgreement(text)) read += 1;
      }),
      { numRuns: 1_000, seed: 1 },
    );
    expect(read).toBeGreaterThan(300);
  });

  test('on spec files with characters changed', () => {
    const texts = yamlFiles('specs').map((file) => readFileSync(file, 'utf8'));
    const pieces = [
      '\n',
      ' ',
      '  ',
      ':',
      ': ',
      '- ',
      '? ',
      '#',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      ',',
      '|',
      '>-',
      '0',
      '1e3',
    ];
    const more = [
      '-',
      '~',
      'null',
      'true',
      '.',
      '%',
      '@',
      '`',
      '\\',
      '\t',
      '&a ',
      '*a',
      '!x ',
      '---\n',
      '<<: ',
      'é',
      '\u2028',
    ];
    const edit = fc.record({
      text: fc.constantFrom(...texts),
      at: fc.nat({ max: 4_000 }),
      drop: fc.nat({ max: 3 }),
      add: fc.constantFrom(...pieces, ...more),
    });
    let read = 0;
    fc.assert(
      fc.property(edit, ({ text, at, drop, add }) => {
        const place = at % text.length;
        read += Number(expectAgreement(text.slice(0, place) + add + text.slice(place + drop)));
      }),
      { numRuns: 3_000, seed: 1 },
    );
    expect(read).toBeGreaterThan(1_000);
  });

  test.each([
    '012',
    '1e3',
    '+1',
    '.5',
    '0x1F',
    '0o17',
    '1.0',
    '-0',
    '1e400',
    '.inf',
    '.nan',
    '9007199254740993',
    '1_000',
  ])('which leaves the scalar %s to the reference unless it is text', (scalar) => {
    const read = expectAgreement(`a: ${scalar}\nb: [${scalar}]\n`);
    expect(read).toBe(scalar === '1_000');
  });
});

describe('numbers are what they look like', () => {
  test.each(['0', '7', '-7', '1.5', '1e+21', '9007199254740991'])('%s is a number', (text) => {
    expect(readYaml(`a: ${text}`)).toMatchObject({ value: { a: Number(text) }, faults: [] });
  });

  test.each(['012', '1e3', '+1', '.5', '0x1F', '0o17', '1.0', '-0', '1e400', '.inf', '9007199254740993'])(
    '%s is refused',
    (text) => {
      expect(readYaml(`a: ${text}`).faults).toMatchObject([{ code: 'YAML_NUMBER', start: 3 }]);
      expect(readYaml(`a: "${text}"`)).toMatchObject({ value: { a: text }, faults: [] });
    },
  );
});

describe('bombs end at once', () => {
  test.each([
    ['flow lists', '['.repeat(1_000_000)],
    ['lists on one line', '- '.repeat(900_000)],
    ['mappings', '{a: '.repeat(400_000)],
    ['explicit keys', '? '.repeat(900_000)],
    ['indentation', Array.from({ length: 1_900 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('%s', (_, text) => {
    expect(readPlainYaml(text)).toBeUndefined();
    expect(readYaml(text).faults).toMatchObject([{ code: 'YAML_DEPTH' }]);
  });

  test('64 levels are allowed', () => {
    expectAgreement(`a: ${'['.repeat(63)}${']'.repeat(63)}`);
    expect(readYaml(`a: ${'['.repeat(63)}${']'.repeat(63)}`).faults).toEqual([]);
  });

  test('documents', () => {
    expect(readYaml('a: 1\n---\n'.repeat(100_000)).faults).toMatchObject([{ code: 'YAML_DOCUMENTS' }]);
  });
});

test('a key __proto__ is data like any other', () => {
  const { value } = readYaml('__proto__: { polluted: true }');
  expect(Object.keys(value as object)).toEqual(['__proto__']);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});
