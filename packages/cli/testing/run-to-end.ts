import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The built command. `pnpm --filter @kosmokrator/cli build` first. */
export const bin = fileURLToPath(new URL('../dist/bin.js', import.meta.url));

/** How a process ended, and all that it printed. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program with `input` as its standard input, and waits until it has ended. */
export function runToEnd(
  file: string,
  args: readonly string[],
  input: string | Uint8Array,
  env: Readonly<Record<string, string | undefined>>,
  cwd?: string,
): Promise<Ended> {
  const child = spawn(file, args, { env, cwd });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}
