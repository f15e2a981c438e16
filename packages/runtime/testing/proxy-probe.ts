/** Sends one request to each URL through a proxy, and prints what becomes of them: statuses, and why there is none. */
import { undiciTransport } from '../src/undici/undici-transport.js';

const [proxy, ...urls] = process.argv.slice(2);
const transport = undiciTransport({ proxies: { https: proxy } });
const send = async (url: string) =>
  transport.send({ method: 'GET', url, headers: {}, onAbort: () => {}, maxBytes: 1_000 }).then(
    ({ status }) => status,
    ({ message, notSent, permanent }) => ({ message, notSent, permanent }),
  );
console.log(JSON.stringify(await Promise.all(urls.map(send))));
await transport.close();
