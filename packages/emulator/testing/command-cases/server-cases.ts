import type { CommandCase } from './command-case.js';

export const serverCases: readonly CommandCase[] = [
  { name: 'DBSIZE', run: async (r) => (await r.mset({ a: 1, b: 1 }), r.dbsize()), expected: 2 },
  { name: 'FLUSHDB', run: async (r) => (await r.set('a', 1), await r.flushdb(), r.dbsize()), expected: 0 },
  { name: 'FLUSHALL', run: async (r) => (await r.set('a', 1), await r.flushall(), r.dbsize()), expected: 0 },
  { name: 'PING', run: (r) => r.ping(), expected: 'PONG' },
  { name: 'ECHO', run: (r) => r.echo('hi'), expected: 'hi' },
  { name: 'TIME', run: async (r) => (await r.time()).length, expected: 2 },
  { name: 'PUBLISH', run: (r) => r.publish('channel', 'message'), expected: 0 },
];
