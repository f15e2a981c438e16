import type { Transport, TransportReply } from '@kosmokrator/runtime';

export function reply(body: unknown, status = 200, headers: Record<string, string> = {}): TransportReply {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, headers, body: new TextEncoder().encode(text) };
}

/** A transport that gives the replies in turn and keeps the requests. */
export function replay(...replies: readonly TransportReply[]): {
  readonly transport: Transport;
  readonly requests: {
    readonly method: string;
    readonly url: string;
    readonly headers: Record<string, string>;
    readonly body?: string;
  }[];
} {
  const requests: ReturnType<typeof replay>['requests'] = [];
  const transport: Transport = {
    async send({ method, url, headers, body }) {
      requests.push({ method, url, headers: { ...headers }, ...(body !== undefined && { body }) });
      const next = replies[requests.length - 1];
      if (!next) throw new Error('asked more often than there are replies');
      return next;
    },
  };
  return { transport, requests };
}
