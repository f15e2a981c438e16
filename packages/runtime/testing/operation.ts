import type {
  Account,
  ErrorRules,
  HostOperation,
  IntegrationDetails,
  Step,
  Transport,
  TransportReply,
} from '../src/index.js';
import {
  bearer,
  didYouMean,
  joinErrors,
  runPages,
  runRequest,
  runSteps,
  writeGuard,
} from '../src/parts/index.js';

export const integration: IntegrationDetails = {
  name: 'test-vendor',
  credentials: {
    url: { type: 'url', env: 'VENDOR_URL', hosts: ['*.vendor.example'] },
    email: { type: 'string', env: 'VENDOR_EMAIL' },
    token: { type: 'secret', env: 'VENDOR_TOKEN' },
  },
  apis: {
    api: { name: 'api', base_url: (get) => get('url') as string, auth: (get) => bearer(get('token')) },
  },
  redact: ['password'],
};

export const account: Account = {
  credentials: { url: 'https://a.vendor.example/v1/', email: 'ada@example.com', token: 'canary-token' },
};

export const step: Step = {
  name: 'main',
  api: integration.apis['api']!,
  method: 'GET',
  path: () => '/things',
  status: [200],
};

type Changes = Partial<Omit<HostOperation, 'errors'>> & { readonly errors?: Partial<ErrorRules> };

/** A read of `/things`, with whatever a test wants changed; the rest follows as in generated code. */
export function operation<Args = Record<string, unknown>, Result = unknown>(
  { errors = {}, ...changes }: Changes = {},
  request: Partial<Step> = {},
): HostOperation<Args, Result> {
  const { integration: vendor = integration, paginate } = changes;
  const { steps = [{ ...step, api: vendor.apis['api']!, ...request }] } = changes;
  const several = steps.length > 1 || steps.some((one) => one.when ?? one.with);
  return {
    integration: vendor,
    credentials: vendor.credentials,
    name: 'get_thing',
    kind: 'read',
    destructive: false,
    idempotency: 'safe',
    params: {},
    suggest: didYouMean,
    steps,
    run: paginate ? runPages : several ? runSteps : runRequest,
    errors: joinErrors(errors),
    ...(changes.kind === 'write' && { guard: writeGuard }),
    ...changes,
  } as HostOperation<Args, Result>;
}

/** A write that must not be sent twice. */
export function writeOperation(changes: Changes = {}): HostOperation {
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
