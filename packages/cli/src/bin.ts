#!/usr/bin/env node
import { main } from './main.js';
import { reportError } from './report-error.js';

// Node would print an error with all that it carries.
for (const event of ['uncaughtException', 'unhandledRejection'])
  process.once(event, async (error: unknown) => process.exit(await reportError(error)));

process.exitCode = await main(process.argv.slice(2));
