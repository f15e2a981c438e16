import type { Host } from '@kosmokrator/host';
import type { DryRun } from './dry-run-answer.js';
import { maskRequest, type recordRequest } from './record-request.js';

type Recorder = ReturnType<typeof recordRequest>;

/** Makes a call on a host that only records, up to its first request. Null for a call that sends none. */
export async function dryRun(
  call: () => Promise<unknown>,
  { request }: Recorder,
  { redactor }: Host,
): Promise<DryRun> {
  try {
    await call();
  } catch (error) {
    if (request() === undefined) throw error;
  }
  const sent = request();
  return { request: sent ? maskRequest(sent, redactor) : null };
}
