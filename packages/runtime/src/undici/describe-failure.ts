import { certificateError } from '../http/fetch-transport.js';
import { isTransportError, TransportError } from '../transport.js';

const phrases: Record<string, string> = {
  EAI_AGAIN: 'the name of the host cannot be looked up now',
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'the connection was closed',
  EHOSTUNREACH: 'no route to the host',
  ENETUNREACH: 'no route to the network of the host',
  ENOTFOUND: 'no such host',
  EPIPE: 'the connection was closed',
  ETIMEDOUT: 'no connection in time',
  ERR_SSL_WRONG_VERSION_NUMBER: 'the service does not speak TLS',
  UND_ERR_CLOSED: 'the transport is closed',
  UND_ERR_CONNECT_TIMEOUT: 'no connection in time',
  UND_ERR_DESTROYED: 'the transport is closed',
  UND_ERR_HEADERS_OVERFLOW: 'the headers of the reply are too large',
  UND_ERR_HEADERS_TIMEOUT: 'no answer in time',
  UND_ERR_BODY_TIMEOUT: 'the reply stopped midway',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the reply ended early',
  UND_ERR_SOCKET: 'the connection was closed',
};

/** By how a code begins. */
const families: readonly (readonly [prefix: string, phrase: string])[] = [
  ['HPE_', 'the reply is not HTTP'],
  // Undici asserts that a status is one, and that nobody switches protocols unasked.
  ['ERR_ASSERTION', 'the reply is not HTTP'],
  ['Z_', 'the reply cannot be decompressed'],
  ['ERR_BROTLI', 'the reply cannot be decompressed'],
  ['ERR__ERROR_FORMAT', 'the reply cannot be decompressed'],
];

/**
 * `sent`: the request was handed to an open connection. Before that, no byte of it can have left. Nothing of the
 * original error is kept: undici's hold what was received, and addresses.
 */
export function describeFailure(error: unknown, sent: boolean): TransportError {
  if (isTransportError(error)) return error;
  const { code, name: kind } = (error ?? {}) as { readonly code?: unknown; readonly name?: unknown };
  // The parser gives its errors a code only where it has a name for what it met.
  const parser = kind === 'HTTPParserError' ? 'HPE_' : 'connection lost';
  const name = typeof code === 'string' ? code : parser;
  const family = families.find(([prefix]) => name.startsWith(prefix));
  const permanent = certificateError.test(name);
  return new TransportError(phrases[name] ?? family?.[1] ?? name, { notSent: !sent, permanent });
}
