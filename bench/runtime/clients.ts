import { fetchTransport } from '@kosmokrator/runtime';
import { undiciTransport } from '@kosmokrator/runtime/undici';
import { Redis } from '@upstash/redis';
import { Agent, request } from 'undici';
import { getKey } from '../../packages/integrations/upstash/dist/functions/get_key.js';

export interface Client {
  readonly name: string;
  get(key: string): Promise<unknown>;
  close?(): Promise<void>;
}

/** The same read of one key by every client, against the server at this address. */
export function createClients(url: string): Client[] {
  const account = { redisUrl: url, redisToken: 'token', allowLoopbackHttp: true };
  const redis = new Redis({ url, token: 'token', enableAutoPipelining: false });
  const pipelined = new Redis({ url, token: 'token' });
  const transport = undiciTransport();
  const overUndici = { ...account, transport };
  const overFetch = { ...account, transport: fetchTransport };
  const dispatcher = new Agent({ connections: 256 });
  const headers = { authorization: 'Bearer token', 'content-type': 'application/json' };
  return [
    {
      name: 'undici.request',
      async get(key) {
        const body = JSON.stringify(['GET', key]);
        const reply = await request(url, { dispatcher, method: 'POST', headers, body });
        return ((await reply.body.json()) as { result: unknown }).result;
      },
      close: () => dispatcher.close(),
    },
    {
      name: 'get_key over undici',
      get: async (key) => (await getKey(overUndici, { key })).value,
      close: () => transport.close(),
    },
    { name: '@upstash/redis', get: (key) => redis.get(key) },
    {
      name: 'get_key over fetch',
      get: async (key) => (await getKey(overFetch, { key })).value,
    },
    // Its default: calls of the same moment travel as one request.
    { name: '@upstash/redis, merged', get: (key) => pipelined.get(key) },
  ];
}
