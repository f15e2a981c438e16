import { parentPort, workerData } from 'node:worker_threads';
import { connectMain } from './ask-main.js';
import { compileSources } from './compile-sources.js';
import { loadLuaModule } from '../machine/lua-module.js';
import type { Ended, Printed, Ready, Script, WorkerData } from '../bridge/messages.js';
import { type PreparedState, runScript, type Machine } from './run-script.js';
import { viewSharedMemory } from '../bridge/shared-memory.js';
import { warmUp } from './warm-up.js';

const main = parentPort!;
const { port, shared, sources: compiled } = workerData as WorkerData;
const { answered, output, peak } = viewSharedMemory(shared);
const lua = await loadLuaModule();
const sources = compiled ?? compileSources(lua);
const machine: Machine = {
  lua,
  sources,
  output,
  peak,
  askMain: connectMain(port, answered),
  tellPrinted: () => port.postMessage({ type: 'printed' } satisfies Printed),
};

/** What the scripts of a session share. A worker that has one runs no other scripts. */
let session: PreparedState | undefined;
let isWarm = false;
let resting: NodeJS.Timeout | undefined;

/** A worker warms up when nobody waits for it. Its memory holds one state at a time, which a session needs. */
function rest(): void {
  if (isWarm || session !== undefined) return;
  resting = setTimeout(() => {
    isWarm = true;
    warmUp(lua);
  }, 20);
}

main.postMessage({ sources } satisfies Ready);
rest();
main.on('message', (script: Script) => {
  clearTimeout(resting);
  const keep = script.keepsState ? (prepared: PreparedState) => void (session = prepared) : undefined;
  main.postMessage(runScript(machine, script, session, keep) satisfies Ended);
  rest();
});
