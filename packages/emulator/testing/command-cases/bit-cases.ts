import type { CommandCase } from './command-case.js';

export const bitCases: readonly CommandCase[] = [
  { name: 'SETBIT, GETBIT', run: async (r) => (await r.setbit('b', 7, 1), r.getbit('b', 7)), expected: 1 },
  { name: 'BITCOUNT', run: async (r) => (await r.set('b', 'foobar'), r.bitcount('b', 0, -1)), expected: 26 },
  { name: 'BITPOS', run: async (r) => (await r.setbit('b', 7, 1), r.bitpos('b', 1)), expected: 7 },
  { name: 'BITOP', run: async (r) => (await r.set('a', 'abc'), r.bitop('not', 'b', 'a')), expected: 3 },
  {
    name: 'BITFIELD',
    run: (r) => r.bitfield('b').set('u8', 0, 255).get('u4', 0).exec(),
    expected: [0, 15],
  },
];
