#!/usr/bin/env node
import { exitCode } from './errors/exit-codes.js';
import { endNow } from './terminal/let-finish.js';
import { main } from './main.js';
import { reportError } from './errors/report-error.js';

// Node would print an error with all that it carries.
let ending = false;
const end = async (error: unknown) => {
  if (ending) process.exit(exitCode.fault);
  ending = true;
  process.exit(await reportError(error));
};
process.on('uncaughtException', end).on('unhandledRejection', end);

process.exitCode = await main(process.argv.slice(2));
if (process.exitCode === exitCode.interrupted) await endNow(exitCode.interrupted);
