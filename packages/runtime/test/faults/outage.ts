import { setImmediate } from 'node:timers/promises';
import { expect } from 'vitest';
import type { RuntimeClock } from '../../src/index.js';
import { type Answer, reply, status } from '@kosmokrator/testing/servers/answers';
import { type Ending, endingOf, operations } from './call.js';
import type { Bench } from './fault-row.js';
import { startFaultServer } from '@kosmokrator/testing/servers/fault-server';

const seconds = 30;
const perSecond = 100;

/**
 * 100 calls a second while the service answers 503 for 30 seconds, and one more second
 * after that. The requests are real; time is simulated, and goes on when none is running.
 */
export async function runOutage({ column, account, transport }: Bench): Promise<Ending> {
  let down = true;
  const answer: Answer = {
    executes: true,
    send: (socket) => (down ? status(503) : reply('{}')).send(socket),
  };
  const server = await startFaultServer([answer]);
  const clock = simulatedClock();
  const running = new Set<Promise<unknown>>();
  const counted = {
    async send(request: Parameters<typeof transport.send>[0]) {
      const sending = transport.send(request).finally(() => running.delete(sending));
      running.add(sending);
      return sending;
    },
  };
  const as = { ...account, clock, transport: counted, baseUrls: { api: server.origin } };
  const second = async (calls: Promise<Ending>[]) => {
    for (let call = 0; call < perSecond; call += 1) {
      clock.advance(1000 / perSecond);
      calls.push(endingOf(operations[column], {}, as));
      do await setImmediate();
      while (running.size > 0);
    }
  };
  const during: Promise<Ending>[] = [];
  for (let at = 0; at < seconds; at += 1) await second(during);
  clock.advance(60_000);
  const failed = await Promise.all(during);
  const { executions } = server;
  down = false;
  const after: Promise<Ending>[] = [];
  await second(after);
  for (const { code } of await Promise.all(after)) expect(code).toBe('ok');
  server.close();
  const ratio = (executions / failed.length).toFixed(3);
  return {
    code: [...new Set(failed.map(({ code }) => code))].join('+'),
    attempts: failed.reduce((sum, { attempts }) => sum + attempts, 0),
    executions,
    note: `${seconds} s outage, ${failed.length} ${column}s at ${perSecond}/s, time simulated: upstream load ${ratio}x`,
  };
}

interface SimulatedClock extends RuntimeClock {
  advance(milliseconds: number): void;
}

function simulatedClock(): SimulatedClock {
  let now = 0;
  const sleepers = new Map<() => void, number>();
  return {
    now: () => now,
    sleep: (milliseconds) => new Promise((resolve) => void sleepers.set(resolve, now + milliseconds)),
    random: Math.random,
    advance(milliseconds) {
      now += milliseconds;
      for (const [wake, at] of sleepers) {
        if (at > now) continue;
        sleepers.delete(wake);
        wake();
      }
    },
  };
}
