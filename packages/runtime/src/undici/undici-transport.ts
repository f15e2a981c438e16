import buildConnector from 'undici/lib/core/connect.js';
import type { Dispatcher } from 'undici';
import Agent from 'undici/lib/dispatcher/agent.js';
import Pool from 'undici/lib/dispatcher/pool.js';
import { type Transport, TransportError, type TransportReply, type TransportRequest } from '../transport.js';
import { type AddressRule, checkedLookup, isLoopback, refuseLiteral, type Resolve } from './check-address.js';
import { acceptedEncodings } from './decode-body.js';
import { type Connector, dialingClient, type DialOptions } from './dialing-client.js';
import type { Proxies } from './proxy-agent.js';
import { ReplyHandler } from './reply-handler.js';
import { tunnel } from './tunnel.js';

export interface UndiciTransportOptions {
  /** Connections to one origin. Default: 256. Requests beyond it wait for one. */
  readonly connections?: number;
  /** How long an unused connection is kept, in milliseconds. Default: 4,000, which is shorter than servers keep theirs. */
  readonly keepAliveMs?: number;
  /** Longest wait for a connection, its TLS included, in milliseconds. Default: 5,000. */
  readonly connectMs?: number;
  /** Longest wait for the head of a reply, in milliseconds. Default: 15,000. */
  readonly firstByteMs?: number;
  /** Longest silence within a body, in milliseconds. Default: 10,000. */
  readonly idleMs?: number;
  /** Bytes of headers that a reply may have. Default: 16,384. */
  readonly maxHeaderSize?: number;
  /** Finds the addresses of a name. Default: `dns.lookup`. */
  readonly resolve?: Resolve;
  /** Default: none; every request is sent directly. */
  readonly proxies?: Proxies;
}

export interface UndiciTransport extends Transport {
  /** Lets running requests end, then closes every connection. */
  close(): Promise<void>;
}

/**
 * Sends over undici: a sized pool of connections, its own timeouts, and a check of the
 * address of every connection. A host that resolves to an address which the request
 * does not allow is refused before anything is dialled. For Node.
 */
export function undiciTransport(options: UndiciTransportOptions = {}): UndiciTransport {
  const { proxies } = options;
  const direct = remember((rule) => new Agent(agentOptions(rule, options)));
  const proxied = remember(async (rule) => {
    const { proxyAgent } = await import('./proxy-agent.js');
    return proxyAgent(agentOptions(rule, options), proxies!, options.connectMs);
  });
  let closed = false;
  return {
    send: (request) =>
      new Promise<TransportReply>((resolve, reject) => {
        if (closed) throw new TransportError('the transport is closed', { notSent: true, permanent: true });
        const handler = new ReplyHandler(request, resolve, reject);
        if (handler.settled) return;
        const rule = request.allowAddresses ?? 'public';
        if (!(proxies?.https || proxies?.http) || isLoopback(request.url)) {
          dispatch(direct.get(rule), request, handler);
          return;
        }
        proxied.get(rule).then((agent) => {
          if (!handler.settled) dispatch(agent, request, handler);
        }, reject);
      }),
    async close() {
      closed = true;
      const all = await Promise.all([...direct.all(), ...proxied.all()]);
      await Promise.all(all.map((agent) => agent.close()));
    },
  };
}

/** One agent a rule: a connection made under a looser rule is never used under a stricter one. */
function remember<T>(create: (rule: AddressRule) => T) {
  const known = new Map<AddressRule, T>();
  return {
    get(rule: AddressRule): T {
      const found = known.get(rule) ?? create(rule);
      known.set(rule, found);
      return found;
    },
    all: () => [...known.values()],
  };
}

function dispatch(
  agent: Dispatcher,
  { method, url, headers, body }: TransportRequest,
  handler: ReplyHandler,
): void {
  const { origin, pathname, search } = new URL(url);
  const request: DialOptions & { readonly origin: string } = {
    origin,
    path: pathname + search,
    method,
    headers: listHeaders(headers),
    body: body ?? null,
    waiter: handler,
  };
  agent.dispatch(request, handler);
}

/** In the form that undici takes without a copy: names and values in turn. */
function listHeaders(headers: TransportRequest['headers']): string[] {
  const list = ['accept-encoding', acceptedEncodings];
  if (!Object.hasOwn(headers, 'user-agent')) list.push('user-agent', 'kosmokrator');
  for (const name of Object.keys(headers)) list.push(name, headers[name]!);
  return list;
}

function agentOptions(rule: AddressRule, options: UndiciTransportOptions): Agent.Options {
  const { connections = 256, keepAliveMs = 4_000, maxHeaderSize = 16_384 } = options;
  const { firstByteMs = 15_000, idleMs = 10_000 } = options;
  const connector = connectorFor(rule, options);
  return {
    connections,
    keepAliveTimeout: keepAliveMs,
    headersTimeout: firstByteMs,
    bodyTimeout: idleMs,
    maxHeaderSize,
    // Only an agent that goes through a proxy brings a way to connect.
    factory: (origin, settings: Pool.Options) =>
      new Pool(origin, {
        ...settings,
        factory: (target, client) =>
          dialingClient(target, client, checkedConnector(rule, tunnel(settings.connect) ?? connector)),
      }),
  };
}

function connectorFor(rule: AddressRule, { connectMs = 5_000, resolve }: UndiciTransportOptions): Connector {
  return buildConnector({
    timeout: connectMs,
    lookup: checkedLookup(rule, resolve),
  }) as unknown as Connector;
}

function checkedConnector(rule: AddressRule, connect: Connector): Connector {
  return (target, callback) => {
    const refused = refuseLiteral(target.hostname, rule);
    if (!refused) return connect(target, callback);
    process.nextTick(callback, refused, null);
    return undefined;
  };
}
