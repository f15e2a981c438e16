import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import type { EmulatedDatabase, Emulator } from '../src/emulator.js';
import { startEmulator } from '../src/start-emulator.js';
import { backends } from './backends.js';
import { restCall, type RestAnswer, type RestCall } from './rest-call.js';

/** An emulated database that is empty when a test begins. */
export interface TestedDatabase {
  /** Sends a request to the first database, with its token. */
  call(options: RestCall): Promise<RestAnswer>;
  /** Sends one command, and gives the body of the reply. */
  run(...command: unknown[]): Promise<unknown>;
  /** Both databases of the emulator, from the first test on. */
  databases(): readonly [first: EmulatedDatabase, second: EmulatedDatabase];
}

/** Declares the same tests on each backend. */
export function describeDatabase(declare: (database: TestedDatabase) => void): void {
  describe.each(backends)('the Redis REST API on $title', ({ redis, skipped }) => {
    describe.skipIf(skipped)('by hand', () => {
      let emulator: Emulator;
      beforeAll(async () => void (emulator = await startEmulator({ redis })));
      beforeEach(() => emulator.reset());
      afterAll(() => emulator.close());

      const databases = () => emulator.databases as [EmulatedDatabase, EmulatedDatabase];
      const call = (options: RestCall) => {
        const [{ url, token }] = databases();
        return restCall(url, { token, ...options });
      };
      declare({ call, databases, run: async (...command) => (await call({ body: command })).json });
    });
  });
}

/** What Upstash answers to a command that its REST API does not have. */
export const notAvailable =
  /^ERR Command is not available: '[A-Z]+'\. See https:\/\/upstash\.com\/docs\/redis\/overall/;
