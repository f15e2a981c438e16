import type { CommandCase } from './command-case.js';

export const hashCases: readonly CommandCase[] = [
  { name: 'HSET', run: (r) => r.hset('h', { a: 1, b: 'x' }), expected: 2 },
  { name: 'HGET', run: async (r) => (await r.hset('h', { a: 'x' }), r.hget('h', 'a')), expected: 'x' },
  {
    name: 'HGETALL',
    run: async (r) => (await r.hset('h', { a: 1, b: 'x' }), r.hgetall('h')),
    expected: { a: 1, b: 'x' },
  },
  { name: 'HGETALL of nothing', run: (r) => r.hgetall('h'), expected: null },
  {
    name: 'HMGET',
    run: async (r) => (await r.hset('h', { a: 1 }), r.hmget('h', 'a', 'b')),
    expected: { a: 1, b: null },
  },
  { name: 'HSETNX', run: async (r) => (await r.hset('h', { a: 1 }), r.hsetnx('h', 'a', 2)), expected: 0 },
  { name: 'HDEL', run: async (r) => (await r.hset('h', { a: 1, b: 2 }), r.hdel('h', 'a', 'c')), expected: 1 },
  { name: 'HEXISTS', run: async (r) => (await r.hset('h', { a: 1 }), r.hexists('h', 'a')), expected: 1 },
  { name: 'HLEN', run: async (r) => (await r.hset('h', { a: 1, b: 2 }), r.hlen('h')), expected: 2 },
  {
    name: 'HKEYS',
    run: async (r) => (await r.hset('h', { a: 1, b: 2 }), r.hkeys('h')),
    expected: ['a', 'b'],
  },
  { name: 'HVALS', run: async (r) => (await r.hset('h', { a: 1, b: 2 }), r.hvals('h')), expected: [1, 2] },
  { name: 'HINCRBY', run: (r) => r.hincrby('h', 'n', 5), expected: 5 },
  { name: 'HINCRBYFLOAT', run: (r) => r.hincrbyfloat('h', 'n', 0.5), expected: 0.5 },
  { name: 'HSTRLEN', run: async (r) => (await r.hset('h', { a: 'abc' }), r.hstrlen('h', 'a')), expected: 3 },
  { name: 'HRANDFIELD', run: async (r) => (await r.hset('h', { a: 1 }), r.hrandfield('h')), expected: 'a' },
  {
    name: 'HSCAN',
    run: async (r) => (await r.hset('h', { a: 'x' }), r.hscan('h', 0)),
    expected: ['0', ['a', 'x']],
  },
];
