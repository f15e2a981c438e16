import type { IncomingMessage } from 'node:http';

/** A body that went over the limit; nothing of it was kept. */
export interface OversizedBody {
  readonly oversizedBytes: number;
}

// A client that is still writing reads no reply, so an oversized body is read on, up to this many limits, and dropped.
const drainFactor = 8;

/** Reads a request body of at most `limit` bytes. Rejects when the client goes away. */
export async function readBody(message: IncomingMessage, limit: number): Promise<Buffer | OversizedBody> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= limit) chunks.push(chunk);
    else chunks.length = 0;
    if (bytes > limit * drainFactor) break;
  }
  return bytes > limit ? { oversizedBytes: bytes } : Buffer.concat(chunks);
}
