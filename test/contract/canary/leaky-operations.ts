import type { Auth, Credential, Get, HostOperation, IntegrationDetails, Request } from '@kosmokrator/runtime';
import {
  authHeader,
  authQuery,
  basic,
  bearer,
  checkString,
  label,
  runRequest,
  segment,
  text,
  writeGuard,
} from '@kosmokrator/runtime/parts';

/** Every way to prove who is calling, and a secret that is a part of the address. */
const ways: Readonly<Record<string, Auth>> = {
  bearer: (value) => bearer(value('token')),
  basic: (value) => basic(value('email'), value('token')),
  header: (value) => authHeader('x-api-key', text(value('token'))),
  pair: (value) => authHeader('authorization', text(value('email'), ':', value('token'))),
  query: (value) => authQuery('api_key', value('token')),
};

const credentials: Readonly<Record<string, Credential>> = {
  email: { type: 'string', env: 'LEAKY_EMAIL' },
  token: { type: 'secret', env: 'LEAKY_TOKEN' },
  tenant: { type: 'secret', env: 'LEAKY_TENANT' },
  url: { type: 'url', env: 'LEAKY_URL', hosts: ['*.example'] },
};

// A label that is too long is refused by the resolver itself, so that no query leaves the machine.
const nowhere = `${'a'.repeat(64)}.invalid`;

const integration: IntegrationDetails = {
  name: 'leaky',
  credentials,
  apis: {
    ...Object.fromEntries(
      Object.entries(ways).map(([name, auth]) => [
        name,
        { name, base_url: () => 'https://leaky.example', auth },
      ]),
    ),
    host: {
      name: 'host',
      base_url: (value) => `https://${label(value, 'tenant')}.${nowhere}`,
      auth: () => ({}),
    },
    url: {
      name: 'url',
      base_url: (value) => String(value('url')),
      auth: (value) => bearer(value('token')),
    },
  },
  redact: ['password'],
};

/** `get_bearer` and `set_bearer`, and so on; each takes the name of a misbehaviour. */
export const operations: Readonly<Record<string, HostOperation>> = Object.fromEntries(
  Object.keys(integration.apis).flatMap((api) => [
    [`get_${api}`, operation(`get_${api}`, 'read', api)],
    [`set_${api}`, operation(`set_${api}`, 'write', api)],
  ]),
);

function operation(name: string, kind: 'read' | 'write', api: string): HostOperation {
  const method: Request['method'] = kind === 'read' ? 'GET' : 'POST';
  const path = (value: Get) => `/${segment(value, 'how')}`;
  const errorText = ({ body }: { body?: unknown }) => (body as { error?: string } | null)?.error;
  return {
    integration,
    name,
    ...(kind === 'read' ? { kind, idempotency: 'safe' } : { kind, idempotency: 'none', guard: writeGuard }),
    destructive: false,
    credentials,
    params: { how: { checks: [checkString], required: true } },
    steps: [{ name: 'main', api: integration.apis[api]!, method, path, status: [200] }],
    run: runRequest,
    errors: { when: [errorText], message: [errorText], hints: [] },
  };
}
