// The whole package: a proxy agent needs methods that only its main module gives to undici's classes.
import { type Agent, type Dispatcher, EnvHttpProxyAgent } from 'undici';
import type { Proxies } from './proxies.js';

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
