import { watch as watchFiles } from 'chokidar';
import { printError } from './print-error.js';
import type { Arguments } from './read-arguments.js';
import { runOnce } from './run-once.js';

const quietMs = 100;

/** Generates once, and again whenever a spec changes. Resolves when the process is told to end. */
export async function watch(args: Arguments): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const runSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(() => runOnce(args)).catch(printError);
    }, quietMs);
  };
  // Watching begins before the first run, so that no change falls between the two.
  const watcher = watchFiles(args.specsFolder, { ignoreInitial: true });
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  watcher.on('all', runSoon).on('error', printError);
  running = runOnce(args).catch(printError);
  await running;
  process.stdout.write(`Watching ${args.specsFolder}\n`);
  await ended;
  clearTimeout(timer);
  await watcher.close();
  await running;
}
