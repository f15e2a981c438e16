import { once } from 'node:events';
import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { getProxyForUrl } from 'proxy-from-env';

/** What a connection has shown. */
interface Probed {
  /** The proxy that is dialled in place of the service. */
  readonly through: string | undefined;
  /** The service's own time, in milliseconds since 1970; undefined where it did not tell. */
  readonly date: number | undefined;
}

const patienceMs = 10_000;

/**
 * Connects to an origin, over TLS where its address says so, and asks for the head of its first page without a
 * credential. Through a proxy, only the proxy is dialled. Throws the system's error when that cannot be done.
 */
export async function probe(origin: URL): Promise<Probed> {
  const address = getProxyForUrl(origin.href);
  const proxy = URL.canParse(address) ? new URL(address) : undefined;
  const socket = await open(proxy ?? origin);
  try {
    if (proxy) return { through: proxy.host, date: undefined };
    socket.write(`HEAD / HTTP/1.1\r\nHost: ${origin.host}\r\nConnection: close\r\n\r\n`);
    const [head] = (await Promise.race([once(socket, 'data'), once(socket, 'close')])) as [Buffer?];
    const date = /^date:(.*)$/im.exec(head instanceof Buffer ? head.toString('latin1') : '')?.[1];
    const time = Date.parse(date ?? '');
    return { through: undefined, date: Number.isNaN(time) ? undefined : time };
  } finally {
    socket.destroy();
  }
}

async function open({ protocol, hostname, port }: URL): Promise<Socket> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const secure = protocol === 'https:';
  const number = Number(port || (secure ? 443 : 80));
  const socket = secure
    ? connectTls({ host, port: number, servername: host })
    : connectPlain({ host, port: number });
  socket.setTimeout(patienceMs, () =>
    socket.destroy(
      Object.assign(new Error(`no answer within ${patienceMs / 1000} s`), { code: 'ETIMEDOUT' }),
    ),
  );
  await once(socket, secure ? 'secureConnect' : 'connect');
  return socket;
}
