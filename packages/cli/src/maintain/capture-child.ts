import { text } from 'node:stream/consumers';
import { spawn } from 'cross-spawn';

/** Runs a command and takes what it prints; its errors go to our standard error. */
export async function captureChild(
  command: readonly string[],
): Promise<{ readonly code: number; readonly stdout: string }> {
  const [file = '', ...args] = command;
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
  const stdout = await text(child.stdout!);
  return { code: await ended, stdout };
}
