import { type Transport, TransportError, type TransportReply } from './transport.js';

/** Failures that come before any byte of the request is accepted, by the names that Node and Bun give them. */
const notSent =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$/;
const certificate = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/;

/** Sends over the global `fetch`: Node, Deno, Bun, workers and browsers. */
export const fetchTransport: Transport = {
  async send({ url, method, headers, body, signal, maxBytes }) {
    try {
      const response = await fetch(url, {
        method,
        headers,
        signal,
        redirect: 'manual',
        ...(body !== undefined && { body }),
      });
      const read = await readBody(response, maxBytes);
      const received: Record<string, string> = {};
      response.headers.forEach((value, name) => (received[name] = value));
      return { status: response.status, headers: received, ...read };
    } catch (error) {
      throw describeFailure(error);
    }
  },
};

/** Reads up to `maxBytes` of decompressed body, and stops the download there. */
async function readBody(
  response: Response,
  maxBytes: number,
): Promise<Pick<TransportReply, 'body' | 'truncated'>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader!.read()) {
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
  const cause = (error as { cause?: unknown }).cause ?? error;
  const code = (cause as { code?: unknown }).code;
  const name = typeof code === 'string' ? code : 'connection failed';
  const permanent = certificate.test(name);
  return new TransportError(name, { notSent: permanent || notSent.test(name), permanent });
}
