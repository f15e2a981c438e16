/** A program that awaits a script and has nothing else to do, on the built package. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const program = fileURLToPath(new URL('./end-near-limit.mjs', import.meta.url));
// Before it was mended, two of five did.
const rounds = 12;

// Node ends a process with code 13 when it awaits what nothing will bring about any more.
test(`a script that ends at its limit leaves none of ${rounds} programs waiting`, async () => {
  for (let round = 0; round < rounds; round += 1) {
    const { stdout } = await promisify(execFile)(process.execPath, [program]);
    const { ok, error } = JSON.parse(stdout) as { ok: boolean; error: { code: string } | null };
    expect(ok || error?.code === 'limit_exceeded').toBe(true);
  }
}, 120_000);
