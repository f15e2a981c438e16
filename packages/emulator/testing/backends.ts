import { spawnSync } from 'node:child_process';
import type { RedisChoice } from '../src/redis/start-backend.js';

const hasServer = spawnSync('redis-server', ['--version']).error === undefined;

/** Both backends, for describe.each; the one that this machine cannot run is skipped and says why in its title. */
export const backends: readonly { redis: RedisChoice; title: string; skipped: boolean }[] = [
  {
    redis: 'server',
    title: hasServer ? 'redis-server' : 'redis-server (skipped: it is not installed)',
    skipped: !hasServer,
  },
  { redis: 'memory', title: 'in-process store', skipped: false },
];
