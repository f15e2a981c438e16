import { expect } from 'vitest';
import { reply, status } from '@kosmokrator/testing/servers/answers';
import { runOutage } from '../outage.js';
import type { Check, Expected, FaultRow, Seen } from '../fault-row.js';

const good = reply('{}');
const date = 'date: Wed, 21 Oct 2015 07:28:00 GMT';

interface Throttled {
  readonly name: string;
  /** Lines of the 429. */
  readonly headers: readonly string[];
  /** The wait before the next attempt. */
  readonly wait?: number;
  readonly write?: Expected;
  readonly read?: Expected;
  readonly check?: Check;
}

const refused = ['rate_limited', 1, 0] as const;

const throttled: readonly Throttled[] = [
  { name: '1', headers: ['retry-after: 1'], wait: 1000 },
  { name: 'date', headers: [date, 'retry-after: Wed, 21 Oct 2015 07:28:01 GMT'], wait: 1000 },
  { name: 'past', headers: ['retry-after: Wed, 21 Oct 2015 07:28:00 GMT'], wait: 500 },
  { name: 'abc', headers: ['retry-after: abc'], wait: 500, write: refused },
  {
    name: '99999',
    headers: ['retry-after: 99999'],
    read: refused,
    write: refused,
    check: failedAtOnce,
  },
  { name: '-1', headers: ['retry-after: -1'], wait: 500 },
  { name: 'twice', headers: ['retry-after: abc', 'retry-after: 2', 'retry-after: 3'], wait: 2000 },
];

function failedAtOnce({ error, waits }: Seen): void {
  expect(error).toMatchObject({ retry_after_ms: 99_999_000, retryable: true });
  expect(waits).toEqual([]);
}

function waited(milliseconds: number): Check {
  return ({ attempts, waits }) => expect(waits).toEqual(attempts === 1 ? [] : [milliseconds]);
}

function answered(code: number): Check {
  return ({ error }) => expect(error).toMatchObject({ status: code });
}

/** Expected code and attempts of a read and of a write, and whether it may have been carried out. */
const statuses: Readonly<Record<number, readonly [code: string, read: number, executed: boolean]>> = {
  500: ['api_error', 3, true],
  502: ['api_error', 3, true],
  503: ['api_error', 3, true],
  504: ['api_error', 3, true],
  408: ['api_error', 3, false],
  409: ['conflict', 1, false],
  425: ['api_error', 3, false],
};

export const statusRows: readonly FaultRow[] = [
  {
    name: `429 with Retry-After ${throttled.map(({ name }) => name).join(' | ')}`,
    cases: throttled.map(({ name, headers, wait, read, write, check }) => ({
      name,
      answers: [status(429, ...headers), good],
      read: read ?? ['ok', 2, 1],
      write: write ?? ['ok', 2, 1],
      check: check ?? waited(wait!),
    })),
  },
  {
    name: '503 twice | 30 s outage at 100 req/s',
    cases: [
      {
        name: '503 twice',
        answers: [status(503), status(503), good],
        read: ['ok', 3, 3],
        write: ['api_error', 1, 1],
      },
      {
        // 500 tokens are 35 retries at 14.
        name: 'outage',
        answers: [],
        read: ['api_error', 3035, 3035],
        write: ['api_error', 3000, 3000],
        run: runOutage,
      },
    ],
  },
  {
    name: `status ${Object.keys(statuses).join(' | ')}`,
    cases: Object.entries(statuses).map(([name, [code, read, executed]]) => ({
      name,
      answers: [status(Number(name))],
      read: [code, read, executed ? read : 0],
      write: [code, 1, executed ? 1 : 0],
      check: answered(Number(name)),
    })),
  },
];
