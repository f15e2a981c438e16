import { describe, onTestFinished } from 'vitest';
import type { Account } from '../../src/index.js';
import { accountAt } from './call.js';
import { type FaultServer, type Script, startFaultServer } from '@kosmokrator/testing/servers/fault-server';
import { openTransport, transports } from '../../testing/transports.js';

export interface Served {
  readonly server: FaultServer;
  readonly account: Account;
}

/** Declares the same tests for every transport. `serve` starts a server, and an account of it, for one test. */
export function describeEach(
  declare: (name: string, serve: (script: Script) => Promise<Served>) => void,
): void {
  describe.each(transports)('over %s', (name, create) => {
    declare(name, async (script) => {
      const server = await startFaultServer(script);
      const { transport, close } = await openTransport(create);
      onTestFinished(async () => {
        server.close();
        await close();
      });
      return { server, account: accountAt(server.origin, transport) };
    });
  });
}

export const atOnce = 20;

/** Runs something so many times, up to 20 at once, and gives the results in order. */
export async function times<T>(count: number, run: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const index = next++;
      results[index] = await run(index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
