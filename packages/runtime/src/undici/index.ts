export { undiciTransport } from './undici-transport.js';
export type { Proxies, UndiciTransport, UndiciTransportOptions } from './undici-transport.js';
