import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { RetryBudget } from '../../src/index.js';
import { type Answer, reply } from '@kosmokrator/testing/servers/answers';
import { type Column, type Ending, endingOf, operations } from './call.js';
import { describeEach } from './each-transport.js';

const calls = 1000;
const { send } = reply('{}');
const aMoment = () => 1 + Math.random() * 4;

/** Promises to keep the connection, and closes it a moment later, about when the next request comes. */
const closesSoon: Answer = {
  executes: true,
  send(socket) {
    send(socket);
    void setTimeout(aMoment()).then(() => socket.destroy());
  },
};

const failed = ({ code }: Ending) => code !== 'ok';

describeEach((name, serve) => {
  async function race(column: Column): Promise<Ending[]> {
    const { server, account } = await serve([closesSoon]);
    const endings: Ending[] = [];
    for (let call = 0; call < calls; call += 1) {
      const before = server.executions;
      const ending = await endingOf(operations[column], {}, { ...account, retryBudget: new RetryBudget() });
      endings.push({ ...ending, executions: server.executions - before });
      await setTimeout(aMoment());
    }
    const count = (those: (ending: Ending) => boolean) => endings.filter(those).length;
    console.log(
      `keep-alive race over ${name}: ${calls} ${column}s on ${server.connections} connections, ` +
        `${count(({ attempts }) => attempts > 1)} retried, ${count(failed)} failed, ` +
        `${count(({ executions }) => executions! > 1)} executed more than once`,
    );
    return endings;
  }

  test('a write that meets a closing connection happens once, or may have happened and says so', async () => {
    const endings = await race('write');
    expect(endings.filter((ending) => !failed(ending) && ending.executions !== 1)).toEqual([]);
    expect(endings.filter(({ executions }) => executions! > 1)).toEqual([]);
    expect(endings.filter(failed).filter(({ code }) => code !== 'outcome_unknown')).toEqual([]);
  });

  test('a read that meets a closing connection is asked again', async () => {
    expect((await race('read')).filter(failed)).toEqual([]);
  });
});
