import type { CommandCase } from './command-case.js';

export const setCases: readonly CommandCase[] = [
  { name: 'SADD', run: (r) => r.sadd('s', 'a', 'b', 'a'), expected: 2 },
  { name: 'SREM', run: async (r) => (await r.sadd('s', 'a'), r.srem('s', 'a', 'b')), expected: 1 },
  { name: 'SCARD', run: async (r) => (await r.sadd('s', 'a', 'b'), r.scard('s')), expected: 2 },
  { name: 'SISMEMBER', run: async (r) => (await r.sadd('s', 'a'), r.sismember('s', 'a')), expected: 1 },
  {
    name: 'SMISMEMBER',
    run: async (r) => (await r.sadd('s', 'a'), r.smismember('s', ['a', 'b'])),
    expected: [1, 0],
  },
  {
    name: 'SMEMBERS',
    run: async (r) => (await r.sadd('s', 'a', 'b'), (await r.smembers('s')).toSorted()),
    expected: ['a', 'b'],
  },
  { name: 'SMOVE', run: async (r) => (await r.sadd('s', 'a'), r.smove('s', 't', 'a')), expected: 1 },
  { name: 'SPOP', run: async (r) => (await r.sadd('s', 'a'), r.spop('s')), expected: 'a' },
  { name: 'SRANDMEMBER', run: async (r) => (await r.sadd('s', 'a'), r.srandmember('s')), expected: 'a' },
  {
    name: 'SINTER',
    run: async (r) => (await r.sadd('s', 'a', 'b'), await r.sadd('t', 'b'), r.sinter('s', 't')),
    expected: ['b'],
  },
  {
    name: 'SUNION',
    run: async (r) => (await r.sadd('s', 'a'), await r.sadd('t', 'b'), (await r.sunion('s', 't')).toSorted()),
    expected: ['a', 'b'],
  },
  {
    name: 'SDIFF',
    run: async (r) => (await r.sadd('s', 'a', 'b'), await r.sadd('t', 'b'), r.sdiff('s', 't')),
    expected: ['a'],
  },
  {
    name: 'SINTERSTORE',
    run: async (r) => (await r.sadd('s', 'a'), await r.sadd('t', 'a'), r.sinterstore('u', 's', 't')),
    expected: 1,
  },
  {
    name: 'SUNIONSTORE',
    run: async (r) => (await r.sadd('s', 'a'), await r.sadd('t', 'b'), r.sunionstore('u', 's', 't')),
    expected: 2,
  },
  {
    name: 'SDIFFSTORE',
    run: async (r) => (await r.sadd('s', 'a'), r.sdiffstore('u', 's', 't')),
    expected: 1,
  },
  { name: 'SSCAN', run: async (r) => (await r.sadd('s', 'a'), r.sscan('s', 0)), expected: ['0', ['a']] },
];
