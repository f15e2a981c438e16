/** Runs the built package, as `lua-host.test.ts` does. */
import { createHost, loadCatalog } from '@kosmokrator/runtime/host';
import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { createLuaHost } from '../dist/index.js';
import { installParcel } from '../fixtures/install-parcel.js';

const installed = installParcel();
const lua = createLuaHost({
  host: createHost({ catalog: loadCatalog({ folders: [installed.folder] }), env: {} }),
});

afterAll(async () => {
  await lua.close();
  installed.remove();
});

// Null in an object is an absent field in Lua, so that is the one thing left out.
const { value } = fc.letrec<{ value: unknown; scalar: unknown }>((tie) => ({
  scalar: fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n - 1n }),
  ),
  value: fc.oneof(
    { maxDepth: 5 },
    tie('scalar'),
    fc.array(fc.option(tie('value'))),
    fc.dictionary(fc.string({ unit: 'binary' }), tie('value')),
  ),
}));

test('JSON comes back as it went in', async () => {
  const sample = fc.sample(value, { numRuns: 2000, seed: 7 });
  const done = await lua.run('return args', { args: sample });
  expect(done.error).toBeNull();
  expect(done.result).toEqual(sample);
});

test('json.encode and json.decode undo each other', async () => {
  const texts = fc.sample(fc.json({ maxDepth: 5 }), { numRuns: 500, seed: 7 });
  const source = `
    local back = {}
    for index, text in ipairs(args) do back[index] = json.encode(json.decode(text)) end
    return back`;
  const done = await lua.run(source, { args: texts });
  expect(done.error).toBeNull();
  const parsed = (done.result as string[]).map((text) => JSON.parse(text) as unknown);
  expect(parsed).toEqual(texts.map((text) => withoutNullFields(JSON.parse(text))));
});

function withoutNullFields(item: unknown): unknown {
  if (Array.isArray(item)) return item.map(withoutNullFields);
  if (typeof item !== 'object' || item === null) return item;
  const fields = Object.entries(item).filter(([, field]) => field !== null);
  return Object.fromEntries(fields.map(([key, field]) => [key, withoutNullFields(field)]));
}
