import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the caller sent as proof of who it is: headers and query, all of it. */
interface Proof {
  /** `Bearer x`, `Basic eDp5`, `x`. */
  readonly header: string;
  /** The secret alone. */
  readonly secret: string;
}

type Misbehave = (response: ServerResponse, proof: Proof) => void;

const json = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) =>
  void response
    .writeHead(status, { 'content-type': 'application/json', ...headers })
    .end(JSON.stringify(body));
const send = (response: ServerResponse, status: number, text: string, type = 'text/html') =>
  void response.writeHead(status, { 'content-type': type }).end(text);
const base64 = (text: string) => Buffer.from(text).toString('base64');
const html = (text: string) => text.replaceAll(/["&<>]/g, (char) => `&#${char.codePointAt(0)};`);

/** Each gives away what it was sent, in its own way. By the path that asks for it. */
export const misbehaviours: Readonly<Record<string, Misbehave>> = {
  'echo-body': (response, { header, secret }) =>
    json(response, 200, {
      header,
      nested: [[{ secret }]],
      [secret]: 1,
      url: `https://x.example/?t=${encodeURIComponent(secret)}`,
    }),
  'echo-redacted-key': (response, { secret }) =>
    json(response, 200, { password: secret, a: { password: [secret] } }),
  'echo-base64': (response, { header, secret }) =>
    json(response, 200, [
      base64(secret),
      base64(`x${secret}`),
      base64(`xy${secret}y`),
      base64(header),
      Buffer.from(header).toString('base64url'),
    ]),
  'echo-json-in-json': (response, { header }) => json(response, 200, { body: JSON.stringify({ header }) }),
  'no-json': (response, { header }) => send(response, 200, `debug: ${header}`),
  'message-400': (response, { header }) => json(response, 400, { error: `no such token: ${header}` }),
  'message-401-base64': (response, { header, secret }) =>
    json(response, 401, { error: `${base64(header)} ${base64(secret)}` }),
  'message-404-encoded': (response, { secret }) =>
    json(response, 404, { error: `?t=${encodeURIComponent(secret)}` }),
  'message-200': (response, { header }) => json(response, 200, { error: `failed for ${header}` }),
  'message-cut': (response, { secret }) =>
    json(response, 400, { error: `${'x'.repeat(500 - secret.length / 2)}${secret}` }),
  'html-502': (response, { header }) => send(response, 502, `<p>Authorization: ${html(header)}</p>`),
  'html-cut': (response, { secret }) => send(response, 500, `${'x'.repeat(190)}${html(secret)}`),
  'json-text-500': (response, { header }) => send(response, 500, `{"a": ${JSON.stringify(header)}, oops`),
  'bad-utf8': (response, { header }) =>
    void response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(Buffer.concat([Buffer.from([0xff]), Buffer.from(header)])),
  'content-type': (response, { header }) => send(response, 500, '', `text/${header.replaceAll(' ', '')}`),
  'request-id': (response, { secret }) =>
    json(response, 400, {}, { 'x-request-id': `${'x'.repeat(120)}${secret}`, 'x-echo': secret }),
  'request-id-200': (response, { secret }) =>
    json(response, 200, {}, { 'x-request-id': secret, 'x-echo': secret, 'set-cookie': `t=${secret}` }),
  'retry-after': (response, { secret }) =>
    json(response, 429, {}, { 'retry-after': secret, 'x-should-retry': 'false' }),
  'redirect-host': (response, { secret }) =>
    json(
      response,
      302,
      {},
      {
        location: `https://${secret.replaceAll(/\W/g, '')}.example/${encodeURIComponent(secret)}?t=${encodeURIComponent(secret)}`,
      },
    ),
  'redirect-user': (response, { secret }) =>
    json(
      response,
      307,
      {},
      { location: `https://x:${encodeURIComponent(secret)}@x.example/#${encodeURIComponent(secret)}` },
    ),
  status: (response, { secret }) => void response.writeHead(418, secret).end(secret),
  truncated: (response, { secret }) =>
    void response
      .writeHead(200, { 'content-type': 'application/json', 'content-length': '9999' })
      .write(secret, () => response.destroy()),
  hang: () => {},
  reset: (response) => void response.destroy(),
};

/** Serves all of it on loopback. */
export async function startLeakyServer(): Promise<{
  readonly url: string;
  requests(): number;
  close(): Promise<void>;
}> {
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    const [, name = ''] = /^\/([\w-]+)/.exec(request.url ?? '') ?? [];
    misbehaviours[name]!(response, readProof(request));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => requests,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function readProof({ headers, url = '' }: IncomingMessage): Proof {
  const query = new URL(url, 'http://x').searchParams.get('api_key');
  const header = headers.authorization ?? headers['x-api-key']?.toString() ?? query ?? '';
  const [, pair] = /^Basic (.*)/.exec(header) ?? [];
  const text = pair === undefined ? header : Buffer.from(pair, 'base64').toString();
  return { header, secret: text.replace(/^(Bearer |[^:]*:)/, '') };
}
