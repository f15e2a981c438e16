import type { RedisBackend } from './backend.js';
import type { RedisProcess } from './redis-process.js';

/** `auto`: a redis-server when one is installed, else in-process. `server` and `memory` ask for one of them. */
export type RedisChoice = 'auto' | 'server' | 'memory';

async function startAgain(): Promise<RedisProcess> {
  const { startRedisProcess } = await import('./redis-process.js');
  const server = await startRedisProcess();
  if (server === undefined)
    throw new Error('redis-server was found when the emulator started, but has since been removed.');
  return server;
}

/** Starts the chosen backend. Each is imported when it is used, since both take a while to load. */
export async function startBackend(choice: RedisChoice): Promise<RedisBackend> {
  if (choice !== 'memory') {
    const { startRedisProcess } = await import('./redis-process.js');
    const server = await startRedisProcess();
    if (server !== undefined) {
      const { connectServerBackend } = await import('./server-backend.js');
      return await connectServerBackend(server, startAgain).catch(async (error: unknown) => {
        await server.stop();
        throw error;
      });
    }
    if (choice === 'server') {
      throw new Error(
        "redis-server is not installed. Install it (Debian: apt install redis-server) or use redis: 'memory'.",
      );
    }
  }
  const { createInProcessBackend } = await import('./in-process/in-process-backend.js');
  return createInProcessBackend();
}
