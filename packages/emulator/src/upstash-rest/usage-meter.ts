import type { ApiHandler } from '../http/api-message.js';
import type { RedisBackend } from '../redis/backend.js';

const windowMs = 60_000;

/** Counts what one database is used for. */
export interface UsageMeter {
  /** Commands that reached Redis. */
  readonly commands: number;
  /** Bytes of request and reply bodies. */
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** Mean of the last minute. */
  commandsPerSecond(): number;
  /** The backend, with its commands counted. */
  countCommands(backend: RedisBackend): RedisBackend;
  /** The handler, with its bodies counted. */
  countBytes(handle: ApiHandler): ApiHandler;
  /** Counts from 0 again. */
  reset(): void;
}

export function createUsageMeter(now: () => number): UsageMeter {
  const total = { commands: 0, bytesIn: 0, bytesOut: 0 };
  /** Commands of each second of the last minute. */
  const recent = new Map<number, number>();

  function count(commands: number): void {
    total.commands += commands;
    forgetBefore(now() - windowMs);
    const second = Math.floor(now() / 1000);
    recent.set(second, (recent.get(second) ?? 0) + commands);
  }

  function forgetBefore(time: number): void {
    for (const second of recent.keys()) if (second * 1000 <= time) recent.delete(second);
  }

  return {
    get commands() {
      return total.commands;
    },
    get bytesIn() {
      return total.bytesIn;
    },
    get bytesOut() {
      return total.bytesOut;
    },
    commandsPerSecond() {
      forgetBefore(now() - windowMs);
      const commands = [...recent.values()].reduce((sum, value) => sum + value, 0);
      return Math.round((commands * 100_000) / windowMs) / 100;
    },
    countCommands: (backend) => ({
      ...backend,
      run(database, commands) {
        count(commands.length);
        return backend.run(database, commands);
      },
      transact(database, commands) {
        count(commands.length);
        return backend.transact(database, commands);
      },
    }),
    countBytes: (handle) => async (request) => {
      total.bytesIn += request.body.length;
      const reply = await handle(request);
      total.bytesOut += Buffer.byteLength(reply.body);
      return reply;
    },
    reset() {
      Object.assign(total, { commands: 0, bytesIn: 0, bytesOut: 0 });
      recent.clear();
    },
  };
}
