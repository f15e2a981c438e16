/** Runs the built package: a worker starts from JavaScript. `pnpm --filter @kosmokrator/lua build` first. */
import { KosmoError } from '@kosmokrator/runtime';
import { describe, expect, test } from 'vitest';
import type { Call } from '../../testing/answered-host.js';
import { answeredScripts, send } from '../../testing/answered-scripts.js';

const { resultOf, run } = answeredScripts();

describe('calls', () => {
  test('pass arguments and results through', async () => {
    const seen: Pick<Call, 'name' | 'args' | 'account'>[] = [];
    const source = `local parcel = app.integrations.parcel_post.get_parcel({ id = "7" })
      return parcel.id, parcel.weight == nil, #parcel.tags, parcel.tags[2] == json.null`;
    const result = await resultOf(source, {}, ({ name, args, account }) => {
      seen.push({ name, args, account });
      return { id: '7', weight: null, tags: ['a', null, 'c'] };
    });
    expect(seen).toEqual([{ name: 'parcel_post_get_parcel', args: { id: '7' }, account: undefined }]);
    expect(result).toEqual(['7', true, 3, true]);
  });

  test('without arguments pass an empty object', async () => {
    expect(await resultOf(`return app.integrations.parcel_post.count()`, {}, ({ args }) => args)).toEqual({});
  });

  test('let the schema decide what an empty table is', async () => {
    const result = await resultOf(`return ${send}({ tags = {}, labels = {}, content = {} })`);
    expect(result).toEqual({ tags: [], labels: {}, content: {} });
  });

  test('turn number keys into text where the schema wants an object', async () => {
    expect(await resultOf(`return ${send}({ labels = { "x" } })`)).toEqual({ labels: { 1: 'x' } });
  });

  test('keep integers, bytes and odd keys', async () => {
    const content = {
      big: 9007199254740993n,
      text: '\uFEFFé\0😀',
      ['__proto__']: 1,
      float: 0.1,
      negative: -0,
    };
    const result = await resultOf(`return ${send}({ content = args })`, { args: content });
    expect(result).toEqual({ content });
    expect(({} as Record<string, unknown>)['big']).toBeUndefined();
  });

  test('work in comparators, metamethods, coroutines and pcall', async () => {
    const source = `
      local count = app.integrations.parcel_post.count
      local list = { 3, 1, 2 }
      table.sort(list, function(a, b) count() return a < b end)
      local meta = setmetatable({}, { __index = function() return count() end })
      local thread = coroutine.wrap(function() coroutine.yield(count()) end)
      local ok, value = pcall(count)
      return list, meta.x, thread(), ok, value, (("ab"):gsub(".", function() return tostring(count()) end))`;
    expect(await resultOf(source, {}, () => 3)).toEqual([[1, 2, 3], 3, 3, true, 3, '33']);
  });

  test('are listed with function, account, time and outcome', async () => {
    const done = await run(`app.integrations.parcel_post.count() pcall(${send}, {})`, {}, ({ name }) => {
      if (name === 'parcel_post_send_parcel') throw new KosmoError({ code: 'conflict', message: 'taken' });
      return 1;
    });
    expect(done.calls).toEqual([
      { function: 'parcel_post_count', account: 'default', ms: expect.any(Number), ok: true },
      {
        function: 'parcel_post_send_parcel',
        account: 'default',
        ms: expect.any(Number),
        ok: false,
        code: 'conflict',
      },
    ]);
    expect(done.usage).toEqual({
      ms: expect.any(Number),
      memory: expect.any(Number),
      calls: 2,
      outputBytes: 0,
    });
    expect(done.usage.memory).toBeGreaterThan(10_000);
  });
});
