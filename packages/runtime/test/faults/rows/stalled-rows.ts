import { expect } from 'vitest';
import { endless, raw, silence } from '@kosmokrator/testing/servers/answers';
import type { Check, FaultRow } from '../fault-row.js';

const head = 'HTTP/1.1 200 OK\r\n';
const lost = { read: ['network_error', 3, 3], write: ['outcome_unknown', 1, 1] } as const;

const unknown: Check = ({ column, error }) => {
  expect(error).toMatchObject({ outcome: 'unknown', retryable: column === 'read' });
};

export const stalledRows: readonly FaultRow[] = [
  {
    name: 'slow loris: no reply | headers | body without end | body that stops',
    patience: { firstByteMs: 500, idleMs: 500 },
    cases: [
      { name: 'no reply', answers: [silence], ...lost, check: unknown },
      { name: 'headers', answers: [endless(`${head}x-slow: `, 'x', 20)], ...lost, check: unknown },
      {
        name: 'body without end',
        answers: [endless(`${head}content-length: 100000\r\n\r\n{`, ' ', 20)],
        options: { timeoutMs: 1500 },
        read: ['timeout', 1, 1],
        write: ['outcome_unknown', 1, 1],
        check: unknown,
      },
      {
        name: 'body that stops',
        answers: [raw(`${head}content-length: 9\r\n\r\n{`)],
        ...lost,
        check: unknown,
      },
    ],
  },
  {
    name: 'truncated: content-length | chunked',
    cases: [
      {
        name: 'content-length',
        answers: [raw(`${head}content-length: 100\r\n\r\n{"a"`, (socket) => void socket.end())],
        ...lost,
        check: unknown,
      },
      {
        name: 'chunked',
        answers: [raw(`${head}transfer-encoding: chunked\r\n\r\n10\r\n{"a"`, (socket) => void socket.end())],
        ...lost,
        check: unknown,
      },
    ],
  },
];
