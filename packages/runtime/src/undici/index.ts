export { undiciTransport } from './undici-transport.js';
export type { UndiciTransport, UndiciTransportOptions } from './undici-transport.js';
