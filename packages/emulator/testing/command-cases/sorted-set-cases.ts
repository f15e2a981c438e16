import type { CommandCase } from './command-case.js';

/** Members and their scores. */
export const sortedSetCases: readonly CommandCase[] = [
  {
    name: 'ZADD',
    run: (r) => r.zadd('z', { score: 1, member: 'a' }, { score: 2.5, member: 'b' }),
    expected: 2,
  },
  {
    name: 'ZADD again',
    run: async (r) => (await r.zadd('z', { score: 1, member: 'a' }), r.zadd('z', { score: 9, member: 'a' })),
    expected: 0,
  },
  {
    name: 'ZADD NX',
    run: async (r) => (
      await r.zadd('z', { score: 1, member: 'a' }),
      r.zadd('z', { nx: true }, { score: 9, member: 'a' })
    ),
    expected: 0,
  },
  { name: 'ZADD INCR', run: (r) => r.zadd('z', { incr: true }, { score: 3, member: 'a' }), expected: 3 },
  {
    name: 'ZSCORE',
    run: async (r) => (await r.zadd('z', { score: 2.5, member: 'a' }), r.zscore('z', 'a')),
    expected: 2.5,
  },
  { name: 'ZSCORE of nothing', run: (r) => r.zscore('z', 'a'), expected: null },
  {
    name: 'ZMSCORE',
    run: async (r) => (await r.zadd('z', { score: 2, member: 'a' }), r.zmscore('z', ['a', 'b'])),
    expected: [2, null],
  },
  {
    name: 'ZINCRBY',
    run: async (r) => (await r.zadd('z', { score: 2, member: 'a' }), r.zincrby('z', 3, 'a')),
    expected: 5,
  },
  {
    name: 'ZCARD',
    run: async (r) => (await r.zadd('z', { score: 2, member: 'a' }), r.zcard('z')),
    expected: 1,
  },
  {
    name: 'ZREM',
    run: async (r) => (await r.zadd('z', { score: 1, member: 'a' }), r.zrem('z', 'a', 'b')),
    expected: 1,
  },
  {
    name: 'ZPOPMAX',
    run: async (r) => (
      await r.zadd('z', { score: 1, member: 'a' }, { score: 5, member: 'b' }),
      r.zpopmax('z')
    ),
    expected: ['b', 5],
  },
  {
    name: 'ZPOPMIN',
    run: async (r) => (
      await r.zadd('z', { score: 1, member: 'a' }, { score: 5, member: 'b' }),
      r.zpopmin('z')
    ),
    expected: ['a', 1],
  },
  {
    name: 'ZUNIONSTORE',
    run: async (r) => (await r.zadd('z', { score: 1, member: 'a' }), r.zunionstore('u', 1, ['z'])),
    expected: 1,
  },
  {
    name: 'ZINTERSTORE',
    run: async (r) => (await r.zadd('z', { score: 1, member: 'a' }), r.zinterstore('u', 1, ['z'])),
    expected: 1,
  },
  {
    name: 'ZSCAN',
    run: async (r) => (await r.zadd('z', { score: 1, member: 'a' }), r.zscan('z', 0)),
    expected: ['0', ['a', 1]],
  },
];
