import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { root } from '@kosmokrator/testing/repository';

const bin = `${root}/packages/cli/dist/bin.js`;

/** Runs the command; also looks at how the process shows to other users of the machine. */
export async function runKosmo(
  args: readonly string[],
  variables: Readonly<Record<string, string | undefined>>,
): Promise<Record<string, string>> {
  const env = { PATH: process.env['PATH'], ...variables };
  const child = spawn(process.execPath, [bin, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const seen = ['cmdline', 'comm', 'status'].map((file) => readOr(`/proc/${child.pid}/${file}`));
  const [stdout, stderr] = await output;
  return { stdout, stderr, process: seen.join('\n') };
}

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
