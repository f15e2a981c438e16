import { startEmulator, type Emulator } from '@kosmokrator/emulator';
import { createHost, createPolicy, loadCatalog } from '@kosmokrator/host';
import { afterAll, beforeAll } from 'vitest';

/** An emulator for the tests of one file, and a host of its accounts that makes every call. */
export function emulatedHost() {
  let emulator: Emulator;
  const hostOf = async (env: Emulator['env']) =>
    createHost({ catalog: await loadCatalog(), env, policy: createPolicy({ yes: true }) });
  let host: Awaited<ReturnType<typeof hostOf>>;
  beforeAll(async () => {
    emulator = await startEmulator();
    console.log(`Redis backend: ${emulator.backend.kind} ${emulator.backend.version}`);
    host = await hostOf(emulator.env);
  });
  afterAll(() => emulator.close());
  return {
    emulator: () => emulator,
    /** A host of the same packages with other variables. */
    hostOf,
    call: (name: string, args: Record<string, unknown> = {}): Promise<any> => host.call(name, args),
  };
}
