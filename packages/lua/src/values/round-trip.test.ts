/** Runs the built package, as `lua-host.test.ts` does. */
import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { createLuaHost } from '../../dist/index.js';
import { openAnsweredHost } from '../../testing/answered-host.js';

const count = 10_000;
const sampleSize = 1000;

let seen: unknown;
const { host, remove } = openAnsweredHost(({ args }) => {
  seen = (args as { content?: unknown }).content;
  return seen;
});
const lua = createLuaHost({ host });

afterAll(async () => {
  await lua.close();
  remove();
});

const { value, scalar } = values(fc.string({ unit: 'binary' }));
const { value: valueWithBytes } = values(
  fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array({ minLength: 1 }).filter(isNoText)),
);

/** Null in an object is an absent field in Lua, so that is the one thing left out. */
function values(text: fc.Arbitrary<unknown>) {
  return fc.letrec<{ value: unknown; scalar: unknown }>((tie) => ({
    scalar: fc.oneof(
      text,
      fc.constantFrom('\0', 'a\0', '', 2 ** 53 - 1, -(2n ** 63n), 2n ** 63n - 1n, -0, 5e-324),
      fc.boolean(),
      fc.maxSafeInteger(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc
        .bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
        .filter((big) => !Number.isSafeInteger(Number(big))),
    ),
    value: fc.oneof(
      { maxDepth: 5 },
      tie('scalar'),
      fc.constantFrom([], {}, [[]], [{}], [null], { a: [], b: {} }),
      fc.array(fc.option(tie('value'))),
      fc.dictionary(fc.string({ unit: 'binary' }), tie('value')),
    ),
  }));
}

function isNoText(bytes: Uint8Array): boolean {
  return !Buffer.from(new TextDecoder().decode(bytes)).equals(bytes);
}

async function passThrough(sample: readonly unknown[], source: string): Promise<unknown> {
  const run = await lua.run(source, { args: sample });
  expect(run.error).toBeNull();
  return run.result;
}

test(`${count} values come back as they went in`, async () => {
  for (let seed = 0; seed < count / sampleSize; seed += 1) {
    const sample = fc.sample(valueWithBytes, { numRuns: sampleSize, seed });
    expect(await passThrough(sample, 'return args')).toEqual(sample);
  }
  console.log(`round trips: ${count} values into a script and out of it`);
});

test(`${count} values pass through a call, both as its arguments and as its result`, async () => {
  // Where a schema says nothing, a call's arguments and results are bridged as they are. A call's result of null is nil.
  for (let seed = 0; seed < count / sampleSize; seed += 1) {
    const sample = fc.sample(value, { numRuns: sampleSize, seed: seed + 1000 });
    const source = 'return app.integrations.parcel_post.send_parcel({ content = args })';
    expect(await passThrough(sample, source)).toEqual(sample);
    expect(seen).toEqual(sample);
  }
  console.log(`round trips: ${count} values into a call and out of it`);
});

test('each scalar keeps its kind', async () => {
  const sample = fc.sample(scalar, { numRuns: sampleSize, seed: 3 });
  const result = (await passThrough(sample, 'return args')) as unknown[];
  expect(result.every((item, index) => Object.is(item, sample[index]))).toBe(true);
});

test('json.encode and json.decode undo each other', async () => {
  const texts = fc.sample(fc.json({ maxDepth: 5 }), { numRuns: sampleSize, seed: 7 });
  const source = `
    local back = {}
    for index, text in ipairs(args) do back[index] = json.encode(json.decode(text)) end
    return back`;
  const result = (await passThrough(texts, source)) as string[];
  const parsed = result.map((text) => JSON.parse(text) as unknown);
  expect(parsed).toEqual(texts.map((text) => withoutNullFields(JSON.parse(text))));
});

function withoutNullFields(item: unknown): unknown {
  if (Array.isArray(item)) return item.map(withoutNullFields);
  if (typeof item !== 'object' || item === null) return item;
  const fields = Object.entries(item).filter(([, field]) => field !== null);
  return Object.fromEntries(fields.map(([key, field]) => [key, withoutNullFields(field)]));
}
