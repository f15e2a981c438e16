import type { CommandCase } from './command-case.js';

/** HyperLogLog, geo and streams. */
export const otherTypeCases: readonly CommandCase[] = [
  {
    name: 'PFADD, PFCOUNT',
    run: async (r) => (await r.pfadd('p', 'a', 'b', 'a'), r.pfcount('p')),
    expected: 2,
  },
  {
    name: 'GEOADD',
    run: (r) => r.geoadd('g', { longitude: 4.9, latitude: 52.37, member: 'ams' }),
    expected: 1,
  },
  { name: 'XADD, XLEN', run: async (r) => (await r.xadd('x', '*', { a: 1 }), r.xlen('x')), expected: 1 },
  {
    name: 'XRANGE',
    run: async (r) => (await r.xadd('x', '1-1', { a: 1 }), r.xrange('x', '-', '+')),
    expected: { '1-1': { a: 1 } },
  },
];
