import { listen, type Listener, type ListenOptions } from './http/listen.js';
import type { RequestLog } from './request-log.js';
import { maxRequestBytes } from './upstash-rest/database-handler.js';

/** A service that gets a listener of its own. */
export interface Service extends ServiceReplies {
  readonly name: string;
  readonly handle: ListenOptions['handle'];
}

/** What the services of one kind have in common. */
export interface ServiceReplies extends Pick<ListenOptions, 'oversized' | 'failed'> {
  /** The part of a path that may be logged; all of it when absent. */
  readonly logPath?: (path: string) => string;
}

/** The listeners of one emulator. */
export interface ServiceListeners {
  /** Opens a listener. Rejects when closing has begun. */
  serve(service: Service): Promise<Listener>;
  close(): Promise<void>;
}

/** Listeners on one address that write to one log. */
export function createServiceListeners(host: string, log: RequestLog): ServiceListeners {
  const listeners = new Set<Listener>();
  let closing = false;
  return {
    async serve({ name, logPath = (path) => path, ...service }) {
      const onRequest = (method: string, path: string) => log.record(name, method, logPath(path));
      const { url, close } = await listen({ host, maxBodyBytes: maxRequestBytes, onRequest, ...service });
      const listener = { url, close: () => close().finally(() => listeners.delete(listener)) };
      listeners.add(listener);
      if (!closing) return listener;
      await listener.close();
      throw new Error('the emulator is closing');
    },
    async close() {
      closing = true;
      await Promise.all([...listeners].map((listener) => listener.close()));
    },
  };
}
