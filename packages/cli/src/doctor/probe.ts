import { once } from 'node:events';
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls, TLSSocket } from 'node:tls';
import { getProxyForUrl } from 'proxy-from-env';

/** What a connection has shown. */
interface Probed {
  /** The proxy that is dialled in place of the service. */
  readonly through: string | undefined;
  /** The service's own time, in milliseconds since 1970; undefined where it did not tell. */
  readonly date: number | undefined;
}

const patienceMs = 10_000;
const mostHeadBytes = 64 * 1024;

/**
 * Connects to an origin, over TLS where its address says so, and asks for the head of its first page without a
 * credential. Through a proxy, only the proxy is dialled. Throws an error with a `code` when that cannot be done, also for
 * a reply that is not HTTP or that takes too long as a whole.
 */
export async function probe(origin: URL): Promise<Probed> {
  const address = getProxyForUrl(origin.href);
  const proxy = URL.canParse(address) ? new URL(address) : undefined;
  const socket = connect(proxy ?? origin);
  const giveUp = () => socket.destroy(problem('ETIMEDOUT', `no answer within ${patienceMs / 1000} s`));
  const timer = setTimeout(giveUp, patienceMs);
  try {
    await once(socket, socket instanceof TLSSocket ? 'secureConnect' : 'connect');
    if (proxy) return { through: proxy.host, date: undefined };
    socket.write(`HEAD / HTTP/1.1\r\nHost: ${origin.host}\r\nConnection: close\r\n\r\n`);
    const head = await readHead(socket);
    if (!/^(?:HTTP\/1\.\d |$)/.test(head)) throw problem('ERR_NO_HTTP', 'the reply is not HTTP');
    const time = Date.parse(/^date:(.*)$/im.exec(head)?.[1] ?? '');
    return { through: undefined, date: Number.isNaN(time) ? undefined : time };
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}

function problem(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

/** The head of a reply, which may arrive in pieces; the start of one that is too long. Empty if there is none. */
async function readHead(socket: Socket): Promise<string> {
  let text = '';
  for await (const chunk of socket) {
    text += (chunk as Buffer).toString('latin1');
    const end = text.indexOf('\r\n\r\n');
    if (end >= 0) return text.slice(0, end);
    if (text.length > mostHeadBytes) break;
  }
  return text;
}

function connect({ protocol, hostname, port }: URL): Socket {
  const host = hostname.replace(/^\[|\]$/g, '');
  const secure = protocol === 'https:';
  const number = Number(port || (secure ? 443 : 80));
  if (!secure) return connectPlain({ host, port: number });
  // An address is no name of a server: TLS has no place for it.
  return connectTls({ host, port: number, ...(!isIP(host) && { servername: host }) });
}
