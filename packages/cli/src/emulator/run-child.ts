import { constants } from 'node:os';
import { spawn } from 'cross-spawn';
import { UnusableError } from '../errors/usage-error.js';

const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a command on our own standard streams. Resolves to its exit code, or 128 and its signal's number.
 * cross-spawn starts `.cmd` files on Windows, such as npx, where Node's own spawn does not.
 */
export function runChild(command: readonly string[], env: Readonly<Record<string, string>>): Promise<number> {
  const [file = '', ...args] = command;
  const child = spawn(file, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  const passOn = (signal: NodeJS.Signals) => {
    // The terminal sends Ctrl-C to the child as well.
    if (signal !== 'SIGINT' || process.stdin.isTTY !== true) child.kill(signal);
  };
  for (const signal of passedOn) process.on(signal, passOn);
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal!]));
  });
  const told = ended.catch(async (error: unknown) => {
    const { describeProblem, systemProblem } = await import('@kosmokrator/host');
    throw new UnusableError(`cannot run ${file}: ${systemProblem(error) ?? describeProblem(error)}`);
  });
  return told.finally(() => {
    for (const signal of passedOn) process.off(signal, passOn);
  });
}
