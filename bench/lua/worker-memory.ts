// A program: prints the MiB by which this process grows with each of four workers that run a script at once.
import { createLuaHost } from '@kosmokrator/lua';
import { answeringHost } from './host-calls.js';

const workers = 4;
const host = answeringHost();
let release = () => {};
const gate = new Promise<void>((resolve) => (release = resolve));
let waiting = 0;
let allWait = () => {};
const held = new Promise<void>((resolve) => (allWait = resolve));

const lua = createLuaHost({
  host: {
    ...host,
    async call() {
      waiting += 1;
      if (waiting === workers) allWait();
      await gate;
      return {};
    },
  },
});
const script = 'return app.integrations.upstash.get_key({ key = "a" })';
const before = process.memoryUsage.rss();
const runs = Array.from({ length: workers }, () => lua.run(script));
await held;
console.log((process.memoryUsage.rss() - before) / workers / 2 ** 20);
release();
await Promise.all(runs);
await lua.close();
