import { expect, test } from 'vitest';
import { readWords } from './read-words.js';

test('own options, flags and plain words are told apart', () => {
  const words = [
    'upstash',
    '--json',
    'set_key',
    '--key=a=b',
    '--score',
    '-5',
    '-y',
    '--arg',
    'x=1',
    '--arg',
    'y=2',
  ];
  expect(readWords(words)).toEqual({
    plain: ['upstash', 'set_key'],
    own: { json: [''], yes: [''], arg: ['x=1', 'y=2'] },
    flags: [
      { raw: '--key', name: 'key', value: 'a=b' },
      { raw: '--score', name: 'score', value: '-5' },
    ],
  });
});

test('a boolean flag takes no value from the next word', () => {
  expect(readWords(['--tls', 'x', '--tls=false'], (name) => name === 'tls')).toEqual({
    plain: ['x'],
    own: {},
    flags: [
      { raw: '--tls', name: 'tls', value: undefined },
      { raw: '--tls', name: 'tls', value: 'false' },
    ],
  });
});

test('limit is the param of that name, but beside --all', () => {
  const isParam = (name: string) => name === 'limit' || name === 'account';
  expect(readWords(['--limit', '5'], undefined, isParam).flags).toMatchObject([{ name: 'limit' }]);
  expect(readWords(['--limit', '5', '--all'], undefined, isParam).own).toEqual({ limit: ['5'], all: [''] });
  expect(readWords(['--account', 'a'], undefined, isParam).own).toEqual({ account: ['a'] });
});

test('after -- all words are plain, and an empty value is a value', () => {
  expect(readWords(['--value', '', '--', '--json'])).toMatchObject({
    plain: ['--json'],
    flags: [{ name: 'value', value: '' }],
  });
});

test.each([
  [['--key'], '--key needs a value'],
  [['--key', '--json'], 'begins with --'],
  [['--account'], '--account needs a value'],
  [['--account', 'a', '--account', 'b'], 'given twice'],
  [['--json=1'], '--json takes no value'],
  [['--key', 'caf\uFFFD'], '"caf\uFFFD" has bytes that are not UTF-8'],
  [['--key=caf\uFFFD'], 'has bytes that are not UTF-8'],
  [['{"key":"caf\uFFFD"}'], 'JSON may write that character as \\ufffd'],
])('%j is refused', (words, message) => expect(() => readWords(words)).toThrow(message));
