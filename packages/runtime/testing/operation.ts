import type { Account, Integration, Operation, Step, Transport, TransportReply } from '../src/index.js';

export const integration: Integration = {
  name: 'test-vendor',
  credentials: {
    url: { type: 'url', env: 'VENDOR_URL', hosts: ['*.vendor.example'] },
    email: { type: 'string', env: 'VENDOR_EMAIL' },
    token: { type: 'secret', env: 'VENDOR_TOKEN' },
  },
  apis: { api: { base_url: { $value: 'url' }, auth: [{ bearer: { $value: 'token' } }] } },
  redact: ['password'],
};

export const account = {
  credentials: { url: 'https://a.vendor.example/v1/', email: 'ada@example.com', token: 'canary-token' },
} satisfies Account;

export const step: Step = { name: 'main', api: 'api', method: 'GET', path: ['things'], status: [200] };

/** A read of `/things`, with whatever a test wants changed. */
export function operation<Args = Record<string, unknown>, Result = unknown>(
  changes: Partial<Operation> = {},
  request: Partial<Step> = {},
): Operation<Args, Result> {
  const read = {
    integration,
    name: 'get_thing',
    kind: 'read',
    destructive: false,
    idempotency: 'safe',
  } as const;
  return { ...read, params: {}, steps: [{ ...step, ...request }], ...changes } as Operation<Args, Result>;
}

/** A write that must not be sent twice. */
export function writeOperation(changes: Partial<Operation> = {}): Operation {
  return operation({ kind: 'write', idempotency: 'none', ...changes }, { method: 'POST' });
}

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

export const withTransport = (transport: Transport): Account => ({ ...account, transport });
