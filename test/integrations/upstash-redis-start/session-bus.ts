import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryHome } from './open-store.js';

/** What takes the place of the bus on which a keychain answers. */
export interface SessionBus {
  /** For `DBUS_SESSION_BUS_ADDRESS`. */
  readonly address: string;
  /** How often it was called so far. */
  readonly calls: () => number;
  /** Resolves when somebody calls. */
  readonly called: Promise<void>;
}

/** A socket that does this with each caller. */
export async function startSessionBus(answer: (caller: Socket) => void): Promise<SessionBus> {
  const path = join(temporaryHome(), 'bus');
  const callers: Socket[] = [];
  let first!: () => void;
  const called = new Promise<void>((resolve) => (first = resolve));
  const server = createServer((caller) => {
    callers.push(caller.on('error', () => {}));
    answer(caller);
    first();
  });
  server.listen(path);
  onTestFinished(() => {
    for (const caller of callers) caller.destroy();
    server.close();
  });
  await once(server, 'listening');
  return { address: `unix:path=${path}`, calls: () => callers.length, called };
}
