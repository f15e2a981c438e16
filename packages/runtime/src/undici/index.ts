export { undiciTransport } from './undici-transport.js';
export type { Proxies } from './proxy-agent.js';
export type { UndiciTransport, UndiciTransportOptions } from './undici-transport.js';
