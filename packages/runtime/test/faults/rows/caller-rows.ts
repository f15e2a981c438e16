import { expect, vi } from 'vitest';
import { systemClock } from '../../../src/http/clock.js';
import { raw, reply, silence, status } from '@kosmokrator/testing/servers/answers';
import { type Ending, endingOf, operations } from '../call.js';
import type { Bench, Check, FaultRow } from '../fault-row.js';

const hour = 3_600_000;
const gone = { read: ['cancelled', 1, 1], write: ['cancelled', 1, 1] } as const;

let users = 0;

/** Sets the time of day an hour forth or back at each look, until the last one who has asked for it stops it. */
function jumpingClock(): () => void {
  let jump = hour;
  if (users === 0) {
    const now = () => performance.timeOrigin + performance.now() + (jump = -jump);
    vi.spyOn(Date, 'now').mockImplementation(now);
  }
  users += 1;
  return () => {
    users -= 1;
    if (users === 0) vi.mocked(Date.now).mockRestore();
  };
}

/** Aborts as soon as the server has done its part. */
async function abortAfter({ server, account, column }: Bench, requests: number): Promise<Ending> {
  const controller = new AbortController();
  const call = endingOf(
    operations[column],
    {},
    { ...account, clock: systemClock },
    { signal: controller.signal },
  );
  await vi.waitUntil(() => server.requests.length === requests, { interval: 1, timeout: 30_000 });
  await new Promise((resolve) => void setTimeout(resolve, 20));
  controller.abort();
  return call;
}

const unknown: Check = async ({ error, server }) => {
  expect(error).toMatchObject({ outcome: 'unknown', retryable: false });
  await server.allClosed();
};

export const callerRows: readonly FaultRow[] = [
  {
    name: 'clock jumps an hour back and forth | abort in wait | abort in body',
    cases: [
      {
        name: 'clock jump',
        answers: [status(429, 'retry-after: 0.01'), reply('{}')],
        read: ['ok', 2, 1],
        write: ['ok', 2, 1],
        async run({ account, column }) {
          const stop = jumpingClock();
          const ending = await endingOf(
            operations[column],
            {},
            { ...account, clock: systemClock, timeoutMs: 5000 },
          );
          stop();
          return ending;
        },
      },
      {
        name: 'in wait',
        answers: [status(429, 'retry-after: 20')],
        read: ['cancelled', 1, 0],
        write: ['cancelled', 1, 0],
        run: (bench) => abortAfter(bench, 1),
        check: ({ error, server }) => {
          expect(error).toMatchObject({ outcome: 'refused', retryable: false });
          expect(server.requests).toHaveLength(1);
        },
      },
      {
        name: 'in body',
        answers: [raw('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{')],
        ...gone,
        run: (bench) => abortAfter(bench, 1),
        check: unknown,
      },
    ],
  },
  {
    name: 'caller gone while the service works',
    cases: [{ name: '', answers: [silence], ...gone, run: (bench) => abortAfter(bench, 1), check: unknown }],
  },
];
