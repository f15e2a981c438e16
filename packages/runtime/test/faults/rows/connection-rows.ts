import { setTimeout } from 'node:timers/promises';
import { expect } from 'vitest';
import {
  executedThenReset,
  reply,
  replyThenClose,
  resetAtFirstByte,
} from '@kosmokrator/testing/servers/answers';
import { blackHole } from '../black-hole.js';
import { endingOf, operations } from '../call.js';
import type { Bench, Check, FaultRow } from '../fault-row.js';

const good = reply('{"a":1}');

/** A call after one that left a connection behind, once that is `ready`. */
async function secondCall({ column, server, account }: Bench, ready: () => Promise<void>) {
  const first = await endingOf(operations.read, {}, account);
  expect(first.code).toBe('ok');
  await ready();
  server.forget();
  return endingOf(operations[column], {}, account);
}

const notSent: Check = ({ error, server }) => {
  expect(error).toMatchObject({ outcome: 'not_sent', retryable: true });
  expect(server.connections).toBe(0);
};

const unknown: Check = ({ column, error }) => {
  if (column === 'write') expect(error).toMatchObject({ outcome: 'unknown', retryable: false });
};

export const connectionRows: readonly FaultRow[] = [
  {
    name: 'RST before reply: once | always',
    cases: [
      {
        name: 'once',
        answers: [resetAtFirstByte, good],
        read: ['ok', 2, 1],
        write: ['outcome_unknown', 1, 0],
        check: unknown,
      },
      {
        name: 'always',
        answers: [resetAtFirstByte],
        read: ['network_error', 3, 0],
        write: ['outcome_unknown', 1, 0],
        check: unknown,
      },
    ],
  },
  {
    name: 'RST after the body was read, executed: twice | always',
    cases: [
      {
        name: 'twice',
        answers: [executedThenReset, executedThenReset, good],
        read: ['ok', 3, 3],
        write: ['outcome_unknown', 1, 1],
        check: unknown,
      },
      {
        name: 'always',
        answers: [executedThenReset],
        read: ['network_error', 3, 3],
        write: ['outcome_unknown', 1, 1],
        check: unknown,
      },
    ],
  },
  {
    name: 'keep-alive race: closed when idle | at the next request',
    cases: [
      {
        name: 'closed when idle',
        answers: [replyThenClose('{}'), good],
        read: ['ok', 1, 1],
        write: ['ok', 1, 1],
        run: (bench) => secondCall(bench, () => bench.server.allClosed()),
      },
      {
        name: 'closed at the next request',
        answers: [good, resetAtFirstByte, good],
        read: ['ok', 2, 1],
        write: ['outcome_unknown', 1, 0],
        // The reply arrives a moment before its connection is free again.
        run: (bench) => secondCall(bench, () => setTimeout(50)),
        check: unknown,
      },
    ],
  },
  {
    name: 'ECONNREFUSED | DNS failure',
    cases: [
      {
        name: 'ECONNREFUSED',
        answers: [],
        read: ['network_error', 3, 0],
        write: ['network_error', 3, 0],
        run({ column, server, account }) {
          server.close();
          return endingOf(operations[column], {}, account);
        },
        check: notSent,
      },
      {
        name: 'DNS failure',
        answers: [],
        read: ['network_error', 3, 0],
        write: ['network_error', 3, 0],
        run({ column, account }) {
          // A label of 64 characters: resolvers refuse it without asking anybody.
          const baseUrls = { api: `https://${'x'.repeat(64)}.example` };
          return endingOf(operations[column], {}, { ...account, baseUrls });
        },
        check: notSent,
      },
    ],
  },
  {
    name: 'black hole: SYN dropped',
    patience: { connectMs: 300 },
    cases: [
      {
        name: 'SYN dropped',
        answers: [],
        read: ['network_error', 3, 0],
        write: ['network_error', 3, 0],
        async run({ column, account }) {
          const hole = await blackHole();
          const ending = await endingOf(
            operations[column],
            {},
            { ...account, baseUrls: { api: hole.origin } },
          );
          await hole.close();
          return ending;
        },
        check: notSent,
      },
    ],
  },
];
