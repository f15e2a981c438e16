// Starts a server, prints how to reach it, and waits to be killed.
import { startRedisProcess } from '../src/redis/redis-process.js';

const server = await startRedisProcess();
console.log(JSON.stringify({ port: server?.port }));
setInterval(() => undefined, 1_000);
