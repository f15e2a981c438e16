export { undiciTransport } from './undici-transport.js';
export type { Proxies } from './proxies.js';
export type { UndiciTransport, UndiciTransportOptions } from './undici-transport.js';
