import type { CommandCase } from './command-case.js';

export const listCases: readonly CommandCase[] = [
  { name: 'LPUSH', run: (r) => r.lpush('l', 'a', 'b'), expected: 2 },
  {
    name: 'RPUSH, LRANGE',
    run: async (r) => (await r.rpush('l', 'a', 'b'), r.lrange('l', 0, -1)),
    expected: ['a', 'b'],
  },
  { name: 'LPUSHX', run: (r) => r.lpushx('l', 'a'), expected: 0 },
  { name: 'RPUSHX', run: (r) => r.rpushx('l', 'a'), expected: 0 },
  { name: 'LPOP', run: async (r) => (await r.rpush('l', 'a', 'b'), r.lpop('l')), expected: 'a' },
  {
    name: 'LPOP with count',
    run: async (r) => (await r.rpush('l', 'a', 'b', 'c'), r.lpop('l', 2)),
    expected: ['a', 'b'],
  },
  { name: 'RPOP', run: async (r) => (await r.rpush('l', 'a', 'b'), r.rpop('l')), expected: 'b' },
  { name: 'RPOP of nothing', run: (r) => r.rpop('l'), expected: null },
  { name: 'LLEN', run: async (r) => (await r.rpush('l', 'a', 'b'), r.llen('l')), expected: 2 },
  { name: 'LINDEX', run: async (r) => (await r.rpush('l', 'a', 'b'), r.lindex('l', -1)), expected: 'b' },
  { name: 'LSET', run: async (r) => (await r.rpush('l', 'a'), r.lset('l', 0, 'z')), expected: 'OK' },
  { name: 'LREM', run: async (r) => (await r.rpush('l', 'a', 'b', 'a'), r.lrem('l', 0, 'a')), expected: 2 },
  {
    name: 'LTRIM',
    run: async (r) => (await r.rpush('l', 'a', 'b', 'c'), await r.ltrim('l', 1, 1), r.lrange('l', 0, -1)),
    expected: ['b'],
  },
  {
    name: 'LINSERT',
    run: async (r) => (await r.rpush('l', 'a', 'c'), r.linsert('l', 'before', 'c', 'b')),
    expected: 3,
  },
  {
    name: 'LMOVE',
    run: async (r) => (await r.rpush('l', 'a', 'b'), r.lmove('l', 'm', 'left', 'right')),
    expected: 'a',
  },
  { name: 'LPOS', run: async (r) => (await r.rpush('l', 'a', 'b'), r.lpos('l', 'b')), expected: 1 },
];
