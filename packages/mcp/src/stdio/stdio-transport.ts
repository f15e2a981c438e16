import type { Readable, Writable } from 'node:stream';
import type { JSONRPCMessage, RequestId, Transport } from '@modelcontextprotocol/server';
import { plainError } from './plain-error.js';
import { createCallQueue } from './queue-calls.js';
import { createLineReader } from './read-lines.js';
import { type LineProblem, type ReadMessage, readMessage, readTooLong } from './read-message.js';

export interface StdioOptions {
  readonly input: Readable;
  readonly output: Writable;
  /** Told what is ignored, in one line. */
  readonly warn: (text: string) => void;
  /** Bytes of a line. Default: 10 MiB, which is what the protocol's own library reads. */
  readonly lineBytes?: number;
  /** Calls of tools at once. Default: 16, whose results have some 160 MB at most when nobody reads them. */
  readonly calls?: number;
  /** How long calls may still be answered after the client has closed the input, in milliseconds. Default: 250. */
  readonly lingerMs?: number;
}

const mebibyte = 1024 * 1024;
const mostWaitingBytes = 32 * mebibyte;

/**
 * MCP over two streams, one message a line. The library's own transport drops a line that it cannot read, so that its sender
 * waits for ever, and ends the server at one that is too long. Here each gets an error, and all else goes on.
 */
export function createStdioTransport({
  input,
  output,
  warn,
  lineBytes = 10 * mebibyte,
  calls = 16,
  lingerMs = 250,
}: StdioOptions): Transport {
  let closed = false;
  let lingering: NodeJS.Timeout | undefined;
  const queue = createCallQueue(calls, (message) => transport.onmessage?.(message));
  const read = createLineReader(lineBytes, {
    line: (bytes) => take(readMessage(bytes), bytes.length),
    tooLong: (start, end) => take(readTooLong(start, end, lineBytes), 0),
  });

  function take(found: ReadMessage | undefined, bytes: number): void {
    if (found === undefined || closed) return;
    if ('message' in found) queue.take(found.message, bytes);
    else if ('ignored' in found) warn(`ignored ${found.ignored}`);
    else for (const problem of found.problems) write(errorOf(problem));
  }

  /** `taken`: when the client has taken the line, or has gone. */
  function write(value: unknown, taken?: () => void): void {
    if (!closed) output.write(`${JSON.stringify(value)}\n`, taken);
  }

  function answered(id: RequestId): void {
    queue.answered(id);
    if (lingering && queue.isIdle) void transport.close();
    if (!closed && queue.waitingBytes <= mostWaitingBytes) input.resume();
  }

  const onData = (chunk: Buffer) => {
    read(chunk);
    if (queue.waitingBytes > mostWaitingBytes) input.pause();
  };
  // A program that pipes its messages closes the input at once, and reads on. One that has gone does the same, so what
  // takes longer is given up.
  const onEnd = () => {
    if (queue.isIdle) void transport.close();
    else lingering ??= setTimeout(() => void transport.close(), lingerMs);
  };
  const onError = (error: Error) => {
    transport.onerror?.(error);
    void transport.close();
  };

  const transport: Transport = {
    async start() {
      output.on('error', onError);
      input.on('data', onData).on('error', onError).on('end', onEnd).on('close', onEnd);
      if (input.readableEnded || input.destroyed) setImmediate(onEnd);
    },
    async send(message: JSONRPCMessage) {
      const id = 'method' in message ? undefined : message.id;
      // Whoever waited for the end of this would keep the message in memory until then, beside the line.
      write(
        'error' in message ? plainError(message) : message,
        id === undefined ? undefined : () => answered(id),
      );
    },
    async close() {
      if (closed) return;
      closed = true;
      clearTimeout(lingering);
      // A late failure to write has nobody left to tell; the listener stays, so that it does not end the process.
      input.off('data', onData).off('error', onError).off('end', onEnd).off('close', onEnd);
      input.pause();
      transport.onclose?.();
    },
  };
  return transport;
}

function errorOf({ id, code, text }: LineProblem): unknown {
  const kind = code === -32_700 ? 'Parse error' : 'Invalid Request';
  return { jsonrpc: '2.0', id, error: { code, message: `${kind}: ${text}` } };
}
