// `npm run demo`: set-up, then one workflow through every surface against the emulator.
import { run, setUp } from './setup.mjs';

setUp();
process.exit(run('tsx', ['scripts/demo/run.ts']));
