// The whole package: a proxy agent needs methods that only its main module gives to undici's classes.
import { type Agent, type Dispatcher, EnvHttpProxyAgent } from 'undici';

/**
 * HTTP proxies by the protocol of the request, as addresses with `http://` or `https://`. Hosts that are loopback by name or
 * address are never asked for through one. A proxy finds the address of a host itself, so that only its name and a literal
 * address are checked here.
 */
export interface Proxies {
  readonly https?: string | undefined;
  /** Default for https, too. */
  readonly http?: string | undefined;
  /** Hosts that are reached directly, as in NO_PROXY. */
  readonly except?: string | undefined;
}

/** An agent that sends through proxies. Apart from the transport, so that whoever has none does not load undici's part for it. */
export function proxyAgent(
  options: Agent.Options,
  { https = '', http = '', except = '' }: Proxies,
  connectMs = 5_000,
): Dispatcher {
  const settings = { ...options, httpsProxy: https, httpProxy: http, noProxy: except };
  return new EnvHttpProxyAgent({
    ...settings,
    proxyTls: { timeout: connectMs },
  } as unknown as EnvHttpProxyAgent.Options);
}
