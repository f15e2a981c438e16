import type { Transport, TransportReply } from '@kosmokrator/runtime';
import type { ExampleReply } from '../model/model.js';

/** Serves an example's replies in order, with no network. */
export interface ReplayTransport extends Transport {
  /** Requests so far, those without a reply included. */
  readonly requests: number;
}

const encoder = new TextEncoder();

export function replayTransport(replies: readonly ExampleReply[]): ReplayTransport {
  let requests = 0;
  return {
    get requests() {
      return requests;
    },
    send: async () => {
      const reply = replies[requests++];
      return reply ? wireReply(reply) : { status: 599, headers: {}, body: new Uint8Array() };
    },
  };
}

/** A text body is sent as it stands, unless its headers say that it is JSON. */
function wireReply({ status, headers, body }: ExampleReply): TransportReply {
  const isText = typeof body === 'string' && headers['content-type'] !== 'application/json';
  return {
    status,
    headers: { 'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json', ...headers },
    body: encoder.encode(isText ? body : JSON.stringify(body)),
  };
}
