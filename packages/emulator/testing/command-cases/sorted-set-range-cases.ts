import type { CommandCase } from './command-case.js';

/** Members by their rank or score. */
export const sortedSetRangeCases: readonly CommandCase[] = [
  {
    name: 'ZCOUNT',
    run: async (r) => (
      await r.zadd('z', { score: 1, member: 'a' }, { score: 5, member: 'b' }),
      r.zcount('z', 2, 9)
    ),
    expected: 1,
  },
  {
    name: 'ZRANK',
    run: async (r) => (
      await r.zadd('z', { score: 1, member: 'a' }, { score: 5, member: 'b' }),
      r.zrank('z', 'b')
    ),
    expected: 1,
  },
  {
    name: 'ZREVRANK',
    run: async (r) => (
      await r.zadd('z', { score: 1, member: 'a' }, { score: 5, member: 'b' }),
      r.zrevrank('z', 'b')
    ),
    expected: 0,
  },
  {
    name: 'ZRANGE',
    run: async (r) => (
      await r.zadd('z', { score: 5, member: 'b' }, { score: 1, member: 'a' }),
      r.zrange('z', 0, -1)
    ),
    expected: ['a', 'b'],
  },
  {
    name: 'ZRANGE WITHSCORES',
    run: async (r) => (
      await r.zadd('z', { score: 1, member: 'a' }),
      r.zrange('z', 0, -1, { withScores: true })
    ),
    expected: ['a', 1],
  },
  {
    name: 'ZRANGE REV',
    run: async (r) => (
      await r.zadd('z', { score: 1, member: 'a' }, { score: 5, member: 'b' }),
      r.zrange('z', 0, -1, { rev: true })
    ),
    expected: ['b', 'a'],
  },
  {
    name: 'ZRANGE BYSCORE',
    run: async (r) => (
      await r.zadd('z', { score: 1, member: 'a' }, { score: 5, member: 'b' }),
      r.zrange('z', 2, 9, { byScore: true })
    ),
    expected: ['b'],
  },
  {
    name: 'ZREVRANGE WITHSCORES',
    run: async (r) => (
      await r.zadd('z', { score: 1, member: 'a' }, { score: 5, member: 'b' }),
      r.exec(['ZREVRANGE', 'z', 0, 9, 'WITHSCORES'])
    ),
    expected: ['b', 5, 'a', 1],
  },
  {
    name: 'ZREMRANGEBYSCORE',
    run: async (r) => (
      await r.zadd('z', { score: 1, member: 'a' }, { score: 5, member: 'b' }),
      r.zremrangebyscore('z', 0, 2)
    ),
    expected: 1,
  },
  {
    name: 'ZREMRANGEBYRANK',
    run: async (r) => (
      await r.zadd('z', { score: 1, member: 'a' }, { score: 5, member: 'b' }),
      r.zremrangebyrank('z', 0, 0)
    ),
    expected: 1,
  },
];
