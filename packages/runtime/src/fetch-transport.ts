import { certificateError } from './certificate-error.js';
import { type Transport, TransportError, type TransportReply } from './transport.js';

/** Failures that come before any byte of the request is accepted, by the names that Node and Bun give them. */
const notSent =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$/;

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
export function createFetchTransport(options: FetchTransportOptions = {}): Transport {
  const { firstByteMs = 15_000, idleMs = 10_000 } = options;
  return {
    async send({ url, method, headers, body, signal, maxBytes }) {
      const controller = new AbortController();
      const stop = () => controller.abort();
      let timer: ReturnType<typeof setTimeout> | undefined;
      let silence = '';
      const expectByte = (milliseconds: number) => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          silence = `silent for ${milliseconds} ms`;
          stop();
        }, milliseconds);
      };
      signal.addEventListener('abort', stop);
      if (signal.aborted) stop();
      expectByte(firstByteMs);
      try {
        const response = await fetch(url, {
          method,
          headers,
          signal: controller.signal,
          redirect: 'manual',
          ...(body !== undefined && { body }),
        });
        const read = await readBody(response, maxBytes, () => expectByte(idleMs));
        return { status: response.status, headers: Object.fromEntries(response.headers), ...read };
      } catch (error) {
        throw silence ? new TransportError(silence, { notSent: false }) : describeFailure(error);
      } finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
      }
    },
  };
}

export const fetchTransport: Transport = createFetchTransport();

/** Reads up to `maxBytes` of decompressed body, and stops the download there. */
async function readBody(
  response: Response,
  maxBytes: number,
  onByte: () => void,
): Promise<Pick<TransportReply, 'body' | 'truncated'>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  onByte();
  for (let part = await reader?.read(); part && !part.done; part = await reader!.read()) {
    onByte();
    size += part.value.length;
    if (size > maxBytes) {
      await reader!.cancel();
      return { body: joinChunks(chunks), truncated: true };
    }
    chunks.push(part.value);
  }
  return { body: joinChunks(chunks) };
}

function joinChunks(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.length === 1) return chunks[0]!;
  const joined = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

/** Names the failure by its code only: messages of `fetch` can repeat URLs and header values. */
function describeFailure(error: unknown): TransportError {
  const cause = ((error as Failure).cause ?? error) as Failure;
  const { code, syscall } = cause.errors?.[0] ?? cause;
  const name = typeof code === 'string' ? code : 'connection failed';
  const permanent = certificateError.test(name);
  const early = permanent || syscall === 'connect' || notSent.test(name);
  return new TransportError(name, { notSent: early, permanent });
}

interface Failure {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly cause?: unknown;
  /** One for each address of the host that was tried. */
  readonly errors?: readonly Failure[];
}
