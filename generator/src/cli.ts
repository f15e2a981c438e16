#!/usr/bin/env node
import { optimizeLate } from './cli/optimize-late.js';
import { printError } from './cli/print-error.js';
import { readArguments, usage } from './cli/read-arguments.js';
import { runOnce } from './cli/run-once.js';
import { UsageError } from './cli/usage-error.js';

/** Exit codes: 0 as asked; 1 diagnostics, drift or a failure; 2 a command line that is not understood. */
async function main(): Promise<number> {
  const args = readArguments(process.argv.slice(2));
  if (!args) {
    process.stdout.write(usage);
    return 0;
  }
  if (args.command === 'validate') return (await import('./cli/run-validate.js')).runValidate(args);
  if (!args.watch) return runOnce(args);
  const { watch } = await import('./cli/watch.js');
  await watch(args);
  return 0;
}

function fail(error: unknown): number {
  if (!(error instanceof UsageError)) {
    printError(error);
    return 1;
  }
  process.stderr.write(`error: ${error.message}\n\n${usage}`);
  return 2;
}

optimizeLate();
process.exitCode = await main().catch(fail);
