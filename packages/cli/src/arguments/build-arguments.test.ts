import { expect, test } from 'vitest';
import { buildArguments } from './build-arguments.js';
import { readWords } from './read-words.js';

const input = {
  type: 'object',
  additionalProperties: false,
  properties: {
    key: { type: 'string' },
    cluster_size: { type: 'integer' },
    tags: { type: 'array', items: { type: 'string' } },
    scores: { type: 'array', items: { type: 'integer' } },
    tls: { type: 'boolean' },
    filter: {
      type: 'object',
      additionalProperties: false,
      properties: { status: { type: 'string' }, level: { type: 'integer' } },
    },
    labels: { type: 'object' },
  },
};

function build(words: readonly string[], given: Record<string, unknown> = {}) {
  return buildArguments(
    'save',
    input,
    given,
    readWords(words, (name) => name === 'tls' || name === 'no-tls').flags,
  );
}

test.each([
  [['--key', '007', '--cluster-size', '7'], { key: '007', cluster_size: 7 }],
  [['--tags', '1', '--tags', '2'], { tags: ['1', '2'] }],
  [['--scores', '1'], { scores: [1] }],
  [['--tls'], { tls: true }],
  [['--tls=false'], { tls: false }],
  [['--no-tls'], { tls: false }],
  [['--filter.status', 'open', '--filter.level', '3'], { filter: { status: 'open', level: 3 } }],
  [['--filter', '{"status":"open"}'], { filter: { status: 'open' } }],
  [['--labels.a', '1', '--labels.b.c', '2'], { labels: { a: '1', b: { c: '2' } } }],
])('%j', (words, args) => expect(build(words)).toEqual(args));

test('flags override JSON, and leave the rest of it', () => {
  const given = { key: 'a', filter: { status: 'open', level: 1 }, tags: ['x'] };
  const args = build(['--filter.status', 'closed', '--tags', 'y'], given);
  expect(args).toEqual({ key: 'a', filter: { status: 'closed', level: 1 }, tags: ['y'] });
  expect(given).toEqual({ key: 'a', filter: { status: 'open', level: 1 }, tags: ['x'] });
});

test('a key __proto__ is data', () => {
  const { labels } = build(['--labels.__proto__.a', '1']);
  expect(Object.keys(labels as object)).toEqual(['__proto__']);
  expect(Object.getPrototypeOf({})).not.toHaveProperty('a');
});

test.each([
  [['--kee', 'a'], 'did you mean "--key"?'],
  [['--filter.stat', 'a'], 'did you mean "--filter.status"?'],
  [['--dryrun', 'a'], 'did you mean "--dry-run"?'],
  [['--zzzzzzzz', 'a'], 'its params are key, cluster_size'],
  [['--key', 'a', '--key', 'b'], '--key is given twice'],
  [['--key.a', 'b'], 'has no param'],
])('%j is refused', (words, message) => expect(() => build(words)).toThrow(message));

test('a member of what is no object is refused', () => {
  expect(() => build(['--filter.status', 'a'], { filter: 'x' })).toThrow('--filter.status needs an object');
});
