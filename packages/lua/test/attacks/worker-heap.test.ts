/** The heap of a worker on the built package, in processes of their own: the flags are those of a process. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const program = fileURLToPath(new URL('./worker-heap.ts', import.meta.url));

async function heapMegabytes(options: { readonly flags?: string[]; readonly env?: string }): Promise<number> {
  const { flags = [], env: NODE_OPTIONS = '' } = options;
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, '--import', 'tsx', program], {
    env: { ...process.env, NODE_OPTIONS },
  });
  return Math.round(Number(stdout) / 2 ** 20);
}

test.each([
  ['NODE_OPTIONS', { env: '--max-old-space-size=4000' }],
  ['NODE_OPTIONS, for young objects', { env: '--max-semi-space-size=512' }],
  ['the command line', { flags: ['--max-old-space-size=4000'] }],
  ['the command line, for all', { flags: ['--max-heap-size=4000'] }],
])(
  'a heap size from %s does not hold for the worker of a script',
  async (_, options) => {
    const usual = await heapMegabytes({});
    expect(usual).toBeLessThan(200);
    expect(await heapMegabytes(options)).toBe(usual);
  },
  60_000,
);
