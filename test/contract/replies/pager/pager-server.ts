import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** The service of the spec beside this file: numbers from 1 to 5, two to a page. */
export async function startPagerServer() {
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, 'http://localhost');
    const body = await text(request);
    requests.push(`${request.method} ${request.url}${body && ` ${body}`}`);
    const numbers = (after: number) => [1, 2, 3, 4, 5].slice(after, after + 2);
    const number = (name: string) => Number(url.searchParams.get(name) ?? 0);
    const send = (reply: unknown, headers = {}) =>
      response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(reply));
    if (url.pathname === '/page') return send({ items: numbers((number('page') - 1) * 2) });
    if (url.pathname === '/offset') {
      const after = number('offset');
      return send({ items: numbers(after), more: after < 4, next: after + 2 });
    }
    if (url.pathname === '/cursor') {
      const after = Number(JSON.parse(body).after) || 0;
      return send(numbers(after), { 'x-cursor': after < 4 ? String(after + 2) : 'end' });
    }
    const after = number('after');
    send(numbers(after), after < 4 ? { link: `</link?after=${after + 2}>; rel="next"` } : {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const variables = {
    PAGER_TOKEN: 'test-token',
    KOSMO_PAGER_MAIN_BASE_URL: url,
    KOSMO_ALLOW_LOOPBACK_HTTP: '1',
  };
  return {
    env: variables,
    /** The requests since the last time that this was asked. */
    requests: () => requests.splice(0),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
