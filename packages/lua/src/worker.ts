import { parentPort, workerData } from 'node:worker_threads';
import { connectMain } from './ask-main.js';
import { loadLuaModule } from './lua-module.js';
import type { Ended, Script, WorkerData } from './messages.js';
import { runScript } from './run-script.js';

const main = parentPort!;
const askMain = connectMain(workerData as WorkerData);
const lua = await loadLuaModule();

main.postMessage('ready');
main.on('message', (script: Script) => {
  main.postMessage(runScript(lua, script, askMain) satisfies Ended);
});
