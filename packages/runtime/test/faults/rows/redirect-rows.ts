import { expect } from 'vitest';
import { status } from '@kosmokrator/testing/servers/answers';
import { accountAt, type Ending, endingOf, operations } from '../call.js';
import type { Certificates } from '@kosmokrator/testing/certificates';
import type { Bench, Expected, FaultCase, FaultRow } from '../fault-row.js';
import { startFaultServer } from '@kosmokrator/testing/servers/fault-server';

const codes = [301, 302, 303, 307, 308];
const refused: Expected = ['api_error', 1, 0];

type Target = (own: string, other: string) => string;

/** Where each redirect leads: another host is another port of this one. */
const targets: Readonly<Record<string, Target>> = {
  'same host': (own) => `${own}/other?token=x`,
  loop: (own) => `${own}/things`,
  'other host': (_, other) => `${other}/other?token=x`,
  // The server of this case speaks TLS.
  downgrade: (_, other) => `${other}/things`,
};

export function redirectRows({ good }: Certificates): readonly FaultRow[] {
  const redirect = ([name, target]: [string, Target]): FaultCase => ({
    name,
    answers: [],
    read: refused,
    write: refused,
    run: (bench) => eachStatus(bench, target, name === 'downgrade' ? good : undefined),
  });
  return [
    {
      name: `redirects ${codes.join(', ')} to: ${Object.keys(targets).join(' | ')}`,
      cases: Object.entries(targets).map(redirect),
    },
  ];
}

/** One call for each status; all must end alike, and none may reach the target. */
async function eachStatus(
  bench: Bench,
  target: Target,
  tls: Certificates['good'] | undefined,
): Promise<Ending> {
  const other = await startFaultServer([status(200)]);
  const left = codes.values();
  const server = await startFaultServer(() => status(left.next().value!, `location: ${url}`), tls);
  const url = target(server.origin, other.origin);
  const account = accountAt(server.origin, bench.transport);
  const endings: Ending[] = [];
  for (const code of codes) {
    const ending = await endingOf(operations[bench.column], {}, account);
    const message = `redirect not followed: ${new URL(url).origin}`;
    expect(ending.error).toMatchObject({ status: code, message, retryable: false });
    endings.push(ending);
  }
  expect([server.requests.length, server.executions, other.connections]).toEqual([codes.length, 0, 0]);
  expect(new Set(endings.map(({ code, attempts }) => `${code} ${attempts}`)).size).toBe(1);
  server.close();
  other.close();
  return endings[0]!;
}
