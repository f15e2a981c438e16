import { parentPort, workerData } from 'node:worker_threads';
import { connectMain } from './ask-main.js';
import { compileSources } from './compile-sources.js';
import { loadLuaModule } from './lua-module.js';
import type { Ended, Ready, Script, WorkerData } from './messages.js';
import { runScript, type Machine } from './run-script.js';
import { viewSharedMemory } from './shared-memory.js';

const main = parentPort!;
const { port, shared, sources: compiled } = workerData as WorkerData;
const { answered, output, peak } = viewSharedMemory(shared);
const lua = await loadLuaModule();
const sources = compiled ?? compileSources(lua);
const machine: Machine = { lua, sources, output, peak, askMain: connectMain(port, answered) };

main.postMessage({ sources } satisfies Ready);
main.on('message', (script: Script) => {
  main.postMessage(runScript(machine, script) satisfies Ended);
});
