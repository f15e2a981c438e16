import { type Transport, TransportError } from '../transport.js';

/** Codes of a certificate that cannot be trusted: trying again does not make it better. */
export const certificateError = /CERT|SIGNED|VERIFY|TLS|HOSTNAME|INVALID_(CA|PURP)|PATH_L/;

/** Failures that come before any byte of the request is accepted, by the names that Node and Bun give them (UND_ERR_CONNECT_TIMEOUT). */
const notSent = /^connect|REFUSED|NOTFOUND|AI_AGAIN|UNREACH|T_TIMEOUT/i;

export interface FetchTransportOptions {
  /** Longest wait for the head of a reply, in milliseconds. Default: 15,000. */
  readonly firstByteMs?: number;
  /** Longest silence within a body, in milliseconds. Default: 10,000. */
  readonly idleMs?: number;
}

/**
 * Sends over the global `fetch`: Node, Deno, Bun, workers and browsers. How long a
 * connection may take is theirs to decide; in Node 10 seconds.
 */
export function createFetchTransport({
  firstByteMs = 15_000,
  idleMs = 10_000,
}: FetchTransportOptions = {}): Transport {
  return {
    async send({ url, maxBytes, onAbort, ...request }) {
      const controller = new AbortController();
      onAbort(() => controller.abort());
      let timer: ReturnType<typeof setTimeout> | undefined;
      const expectByte = (milliseconds: number) => {
        clearTimeout(timer);
        timer = setTimeout(() => controller.abort(`no data for ${milliseconds} ms`), milliseconds);
      };
      expectByte(firstByteMs);
      try {
        const { status, headers, body } = await fetch(url, {
          ...(request as RequestInit),
          redirect: 'manual',
          signal: controller.signal,
        });
        const chunks: Uint8Array<ArrayBuffer>[] = [];
        const reader = body?.getReader();
        let left = maxBytes;
        for (;;) {
          expectByte(idleMs);
          const chunk = (await reader?.read())?.value;
          if (!chunk || (left -= chunk.length) < 0) break;
          chunks.push(chunk);
        }
        const truncated = left < 0;
        // Stops the download.
        if (truncated) controller.abort();
        return {
          status,
          headers: Object.fromEntries(headers),
          body: new Uint8Array(await new Blob(chunks).arrayBuffer()),
          truncated,
        };
      } catch (error) {
        // Not the message: those of `fetch` can repeat URLs and header values. The code of a certificate says what is wrong with it.
        const cause = (error as Failure).cause ?? (error as Failure);
        const { code = '', syscall = '' } = cause.errors?.[0] ?? cause;
        const silence = controller.signal.reason as string | undefined;
        const permanent = certificateError.test(code);
        const unsent = !silence && (permanent || notSent.test(syscall + code));
        throw new TransportError(
          silence ?? (permanent ? code : unsent ? 'no connection' : 'connection lost'),
          { notSent: unsent, permanent },
        );
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

export const fetchTransport: Transport = createFetchTransport();

interface Failure {
  readonly code?: string;
  readonly syscall?: string;
  readonly cause?: Failure;
  /** One for each address of the host that was tried. */
  readonly errors?: readonly Failure[];
}
