import type { CommandCase } from './command-case.js';

export const stringCases: readonly CommandCase[] = [
  { name: 'SET', run: (r) => r.set('k', 'v'), expected: 'OK' },
  { name: 'GET of nothing', run: (r) => r.get('none'), expected: null },
  {
    name: 'SET NX',
    run: async (r) => (await r.set('k', 'a'), r.set('k', 'b', { nx: true })),
    expected: null,
  },
  { name: 'SET XX', run: (r) => r.set('k', 'a', { xx: true }), expected: null },
  {
    name: 'SET GET',
    run: async (r) => (await r.set('k', 'a'), r.set('k', 'b', { get: true })),
    expected: 'a',
  },
  {
    name: 'SET EX, TTL',
    run: async (r) => (await r.set('k', 'v', { ex: 100 }), r.ttl('k')),
    expected: 100,
  },
  {
    name: 'SET PX, PTTL',
    run: async (r) => (await r.set('k', 'v', { px: 90_000 }), (await r.pttl('k')) > 80_000),
    expected: true,
  },
  {
    name: 'SET KEEPTTL',
    run: async (r) => (
      await r.set('k', 'v', { ex: 100 }),
      await r.set('k', 'w', { keepTtl: true }),
      r.ttl('k')
    ),
    expected: 100,
  },
  { name: 'SETEX', run: async (r) => (await r.setex('k', 50, 'v'), r.ttl('k')), expected: 50 },
  { name: 'PSETEX', run: (r) => r.psetex('k', 50_000, 'v'), expected: 'OK' },
  { name: 'SETNX', run: (r) => r.setnx('k', 'v'), expected: 1 },
  { name: 'GETSET', run: async (r) => (await r.set('k', 'a'), r.getset('k', 'b')), expected: 'a' },
  { name: 'GETDEL', run: async (r) => (await r.set('k', 'a'), r.getdel('k')), expected: 'a' },
  {
    name: 'GETEX',
    run: async (r) => (await r.set('k', 'a'), await r.getex('k', { ex: 30 }), r.ttl('k')),
    expected: 30,
  },
  { name: 'APPEND', run: async (r) => (await r.set('k', 'ab'), r.append('k', 'cd')), expected: 4 },
  { name: 'STRLEN', run: async (r) => (await r.set('k', 'añ'), r.strlen('k')), expected: 3 },
  {
    name: 'GETRANGE',
    run: async (r) => (await r.set('k', 'hello'), r.getrange('k', 1, 3)),
    expected: 'ell',
  },
  { name: 'SETRANGE', run: async (r) => (await r.set('k', 'hello'), r.setrange('k', 1, 'x')), expected: 5 },
  {
    name: 'MSET, MGET',
    run: async (r) => (await r.mset({ a: 1, b: 'two' }), r.mget('a', 'none', 'b')),
    expected: [1, null, 'two'],
  },
  { name: 'MSETNX', run: async (r) => (await r.set('a', 1), r.msetnx({ a: 1, b: 2 })), expected: 0 },
  { name: 'INCR', run: (r) => r.incr('n'), expected: 1 },
  { name: 'INCRBY', run: (r) => r.incrby('n', 41), expected: 41 },
  { name: 'INCRBYFLOAT', run: (r) => r.incrbyfloat('n', 1.5), expected: 1.5 },
  { name: 'DECR', run: (r) => r.decr('n'), expected: -1 },
  { name: 'DECRBY', run: (r) => r.decrby('n', 4), expected: -4 },
];
