import { checkString, checkUuid, headerFields, headerValue, uuid4 } from '../../src/parts/index.js';
import { account, operation, step, writeOperation } from '../../testing/operation.js';
import { testClock } from '@kosmokrator/testing/test-clock';
import {
  type Account,
  execute,
  isKosmoError,
  type KosmoError,
  type Operation,
  parseJson,
  RetryBudget,
  type Step,
  type Transport,
} from '../../src/index.js';

/** The columns of the matrix: a read that may be sent again, and a write that may not. */
export type Column = 'read' | 'write';

const status = [200, 204];

export const operations: Readonly<Record<Column, Operation>> = {
  read: operation({}, { status }),
  write: writeOperation({ steps: [post({ body: () => '["INCR","counter"]' })] }),
};

/** A write that carries a key of its own, the same on each attempt. */
export const keyedWrite: Operation = writeOperation({
  idempotency: 'keyed',
  params: { id: { checks: [checkString, checkUuid], generate: uuid4 } },
  steps: [
    post({
      headers: (get) => headerFields({ 'idempotency-key': headerValue(get, 'id') }),
      body: (get) => JSON.stringify({ id: get('id') }),
    }),
  ],
});

function post(request: Partial<Step>): Step {
  return { ...step, method: 'POST', status, ...request };
}

/** An account of a server on loopback, on which waits take no time, with a budget of its own. */
export function accountAt(origin: string, transport: Transport): Account {
  return {
    ...account,
    parseJson,
    transport,
    baseUrls: { api: origin },
    allowLoopbackHttp: true,
    clock: testClock(),
    retryBudget: new RetryBudget(),
  };
}

/** How a call ended. */
export interface Ending {
  /** `ok`, or the code of its error. */
  readonly code: string;
  readonly attempts: number;
  readonly result?: unknown;
  readonly error?: KosmoError;
  /** When the server's own count is not what is meant. */
  readonly executions?: number;
  /** Printed below the matrix. */
  readonly note?: string;
}

export async function endingOf(...call: Parameters<typeof execute<unknown, unknown>>): Promise<Ending> {
  try {
    const { result, response } = await execute(...call).withResponse();
    return { code: 'ok', attempts: response.attempts, result };
  } catch (thrown) {
    if (!isKosmoError(thrown)) return { code: String(thrown), attempts: 0 };
    return { code: thrown.code, attempts: thrown.attempts, error: thrown };
  }
}
