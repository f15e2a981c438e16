import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './store.js';

/** Bundles the writer once for a test; returns a function that starts it as a process of its own. */
export async function bundleWriter(): Promise<(...args: readonly string[]) => ChildProcess> {
  const outfile = join(temporaryFolder(), 'writer.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('writer.ts', import.meta.url))],
    bundle: true,
    outfile,
    platform: 'node',
    format: 'esm',
    external: ['@napi-rs/keyring'],
  });
  return (...args) => {
    const child = spawn(process.execPath, [outfile, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    return child;
  };
}
