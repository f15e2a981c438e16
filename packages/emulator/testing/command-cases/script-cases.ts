import type { CommandCase } from './command-case.js';

const lua = 'return {KEYS[1], ARGV[1]}';

/** Several commands in one request: Lua scripts, pipelines, transactions. */
export const scriptCases: readonly CommandCase[] = [
  { name: 'EVAL', run: (r) => r.eval(lua, ['k'], ['v']), expected: ['k', 'v'] },
  {
    name: 'EVAL with a call',
    run: (r) => r.eval("return redis.call('INCRBY', KEYS[1], ARGV[1])", ['k'], ['7']),
    expected: 7,
  },
  {
    name: 'SCRIPT LOAD, EVALSHA',
    run: async (r) => r.evalsha(await r.scriptLoad(lua), ['k'], ['v']),
    expected: ['k', 'v'],
  },
  {
    name: 'pipeline',
    run: (r) => r.pipeline().set('k', 1).incr('k').get('k').exec(),
    expected: ['OK', 2, 2],
  },
  { name: 'multi', run: (r) => r.multi().set('k', 1).incr('k').get('k').exec(), expected: ['OK', 2, 2] },
];
