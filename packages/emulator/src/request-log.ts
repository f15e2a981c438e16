import type { EmulatorRequest } from './emulator.js';

const kept = 10_000;

/** Keeps the latest requests of all services. */
export interface RequestLog {
  readonly requests: readonly EmulatorRequest[];
  record(service: string, method: string, path: string): void;
  clear(): void;
}

export function createRequestLog(): RequestLog {
  const requests: EmulatorRequest[] = [];
  return {
    requests,
    record(service, method, path) {
      requests.push({ service, method, path });
      if (requests.length > kept * 2) requests.splice(0, requests.length - kept);
    },
    clear() {
      requests.length = 0;
    },
  };
}
