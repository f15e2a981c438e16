/** Every Lua block of the guide runs as it is printed, against the emulator, and prints what its comments say. */
import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { openEmulatedLua } from './emulated-lua.js';
import { root } from '@kosmokrator/testing/repository';

const guide = readFileSync(`${root}/docs/guides/lua.md`, 'utf8');
const blocks = [...guide.matchAll(/^```lua\n(.*?)^```$/gms)].map(([, code]) => code!);

const { lua, close } = await openEmulatedLua();
let kept = 0;

afterAll(async () => {
  await close();
  console.log(`Lua blocks of the guide: ${blocks.length} run, which print ${kept} lines as told`);
});

test.each(blocks)('%s', async (code) => {
  const run = await lua.run(code);
  expect(run.error).toBeNull();
  for (const told of promises(code)) {
    expect(run.output).toMatch(told);
    kept += 1;
  }
});

/** `-- 2024-05-17  5  14` behind a print: values with tabs between them. Words, with a letter first, are remarks. */
function promises(code: string): RegExp[] {
  const comments = [...code.matchAll(/^ *print\(.*\) -- ((?:[^a-z\n]|true|[a-z_]+: ).*)$/gm)].map(
    ([, told]) => told!,
  );
  return comments.map((told) => {
    const text = told.replaceAll(/[\\^$*+?.()|[\]{}]/g, '\\$&');
    return new RegExp(`^${text.replaceAll('…', '.*').replaceAll(/ {2}/g, '\\s+')}$`, 'm');
  });
}
