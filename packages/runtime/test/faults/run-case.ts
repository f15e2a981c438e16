import type { TestClock } from '@kosmokrator/testing/test-clock';
import { accountAt, type Column, endingOf, operations } from './call.js';
import type { Expected, FaultCase } from './fault-row.js';
import { startFaultServer } from '@kosmokrator/testing/servers/fault-server';
import type { OpenTransport } from '../../testing/transports.js';

export interface CaseResult {
  readonly got: Expected;
  /** Printed below the matrix. */
  readonly note: string | undefined;
  /** Why the case does not hold; undefined when it does. */
  readonly problem: string | undefined;
}

/** Runs one case in one column and compares what happened with what it expects. */
export async function runCase(fault: FaultCase, column: Column, open: OpenTransport): Promise<CaseResult> {
  const server = await startFaultServer(fault.answers, fault.tls);
  const account = accountAt(server.origin, open.transport);
  const bench = { ...open, column, server, account };
  try {
    const ending = await (fault.run?.(bench) ?? endingOf(operations[column], {}, account, fault.options));
    const got = [ending.code, ending.attempts, ending.executions ?? server.executions] as const;
    const { waits } = account.clock as TestClock;
    const problem = await problemOf(async () => {
      if (String(got) !== String(fault[column])) throw new Error(`${got}: ${ending.error?.message ?? 'ok'}`);
      await fault.check?.({ ...bench, ...ending, waits });
    });
    return { got, note: ending.note, problem };
  } finally {
    server.close();
  }
}

async function problemOf(check: () => Promise<void>): Promise<string | undefined> {
  try {
    await check();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
