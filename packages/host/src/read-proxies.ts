import { type Environment, TransportError } from '@kosmokrator/runtime';
import type { Proxies } from '@kosmokrator/runtime/undici';

/**
 * The proxies that `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` name, in small letters first; without a scheme it is http.
 * Undefined for none. Throws for what is no address of a proxy, without its value, which may hold a password.
 */
export function readProxies(env: Environment): Proxies | undefined {
  const [https, http] = [readProxy(env, 'https_proxy'), readProxy(env, 'http_proxy')];
  if (https === undefined && http === undefined) return undefined;
  return { https, http, except: env['no_proxy'] ?? env['NO_PROXY'] };
}

function readProxy(env: Environment, name: string): string | undefined {
  const variable = [name, name.toUpperCase()].find((one) => env[one] !== undefined);
  const text = variable === undefined ? '' : env[variable]!.trim();
  if (text === '') return undefined;
  const address = text.includes('://') ? text : `http://${text}`;
  if (URL.canParse(address) && ['http:', 'https:'].includes(new URL(address).protocol)) return address;
  const message = `${variable} is not the address of an HTTP proxy, such as http://proxy.example.com:3128`;
  throw new TransportError(message, { notSent: true, permanent: true });
}
