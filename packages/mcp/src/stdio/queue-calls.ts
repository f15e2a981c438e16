import type { JSONRPCMessage, RequestId } from '@modelcontextprotocol/server';

/** Decides when a message is delivered. */
export interface CallQueue {
  /** Delivers a message, or keeps a call until there is room for it. */
  take(message: JSONRPCMessage, bytes: number): void;
  /** The answer to a request has gone out, as far as the client reads. */
  answered(id: RequestId): void;
  /** No call waits or is under way. */
  readonly isIdle: boolean;
  /** Bytes of the calls that wait. */
  readonly waitingBytes: number;
}

interface Waiting {
  readonly id: RequestId;
  readonly message: JSONRPCMessage;
  readonly bytes: number;
}

/**
 * Lets `most` calls of tools be under way at once, and the others wait in order. A call is under way until its answer has
 * been taken from the server, so that a client which does not read cannot fill the memory with results.
 */
export function createCallQueue(most: number, deliver: (message: JSONRPCMessage) => void): CallQueue {
  const underWay = new Set<RequestId>();
  let waiting: Waiting[] = [];
  let waitingBytes = 0;

  function fill(): void {
    while (underWay.size < most && waiting.length > 0) {
      const { id, message, bytes } = waiting.shift()!;
      waitingBytes -= bytes;
      underWay.add(id);
      deliver(message);
    }
  }

  /** A call that is cancelled gets no answer. */
  function cancel(id: unknown): void {
    for (const call of waiting) if (call.id === id) waitingBytes -= call.bytes;
    waiting = waiting.filter((call) => call.id !== id);
    underWay.delete(id as RequestId);
  }

  return {
    take(message, bytes) {
      if ('method' in message && message.method === 'tools/call' && 'id' in message) {
        waiting.push({ id: message.id, message, bytes });
        waitingBytes += bytes;
      } else {
        if ('method' in message && message.method === 'notifications/cancelled')
          cancel(message.params?.['requestId']);
        deliver(message);
      }
      fill();
    },
    answered(id) {
      underWay.delete(id);
      fill();
    },
    get isIdle() {
      return underWay.size + waiting.length === 0;
    },
    get waitingBytes() {
      return waitingBytes;
    },
  };
}
