import { expect, test } from 'vitest';
import { formatPeople } from './format-people.js';

test('a list of objects is a table', () => {
  const items = [
    { name: 'a', size: 1, tags: ['x'] },
    { name: 'longer', size: null },
  ];
  expect(formatPeople(items, 80)).toBe('name    size  tags\na       1     ["x"]\nlonger  -     -\n');
});

test('an object is lines of key and value, and a list in it a table', () => {
  expect(formatPeople({ id: 9007199254740993n, open: true, rows: [{ a: 1 }] }, 80)).toBe(
    'id    9007199254740993\nopen  true\n\nrows:\na\n1\n',
  );
});

test.each([
  ['text', 'text\n'],
  [null, '-\n'],
  [[], 'Nothing.\n'],
  [['a', 1], 'a\n1\n'],
])('%j is %j', (data, text) => expect(formatPeople(data, 80)).toBe(text));

test('a cell that is too long is wrapped, and wide characters count twice', () => {
  const lines = formatPeople([{ key: 'a', value: '漢字'.repeat(20) }], 40).split('\n');
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines)
    expect(line.length + (line.match(/[漢字]/g)?.length ?? 0)).toBeLessThanOrEqual(40);
  expect(lines.join('').match(/[漢字]/g)).toHaveLength(40);
});

test('a line is broken between words, and other lines keep their spaces', () => {
  expect(formatPeople({ text: '  kept\nten letters and more' }, 20)).toBe(
    'text    kept\n      ten letters\n      and more\n',
  );
});

test('where the columns do not fit, each item is a block', () => {
  const item = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [name, 1]));
  expect(formatPeople([item, item], 40)).toBe(
    'a  1\nb  1\nc  1\nd  1\ne  1\n\na  1\nb  1\nc  1\nd  1\ne  1\n',
  );
});

test('without a width nothing is wrapped', () => {
  expect(formatPeople([{ value: 'x'.repeat(500) }], Infinity)).toBe(`value\n${'x'.repeat(500)}\n`);
});

test('a list may be longer than a call may have arguments', () => {
  const items = Array.from({ length: 200_000 }, (_, index) => ({ index }));
  expect(formatPeople(items, 80).split('\n')).toHaveLength(200_002);
});

test('a cell of a megabyte is wrapped', () => {
  const [, ...lines] = formatPeople([{ a: 'x', b: 'y'.repeat(1_000_000) }], 40).split('\n');
  expect(lines.join('').match(/y/g)).toHaveLength(1_000_000);
});
