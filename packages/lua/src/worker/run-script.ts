import type { AskMain } from './ask-main.js';
import { BridgeError } from '../bridge/bridge-error.js';
import { preludeParts, type Sources } from '../bridge/sources.js';
import { createEmptyLists, type EmptyLists } from '../values/empty-lists.js';
import { mostMessageBytes, type KeptError } from '../bridge/error-text.js';
import { createHostFunctions } from './host-functions.js';
import { LimitError, limitError } from '../bridge/limits.js';
import { luaStatus, type LuaModule, registryIndex } from '../machine/lua-api.js';
import { LuaState } from '../machine/lua-state.js';
import { openLibraries } from '../machine/open-libraries.js';
import type { ScriptError } from '../bridge/error-text.js';
import type { Ended, Script } from '../bridge/messages.js';
import type { OutputBuffer } from '../bridge/output-buffer.js';
import { pushValue } from '../values/push-value.js';
import { readValues } from '../values/read-value.js';
import { describeError, formatKey, lastReturn, shownName } from './script-error.js';
import { foreignEncoding, withoutFirstLineMark } from './source-bytes.js';

/** What a worker has for one script after the other. */
export interface Machine {
  readonly lua: LuaModule;
  readonly sources: Sources;
  readonly output: OutputBuffer;
  readonly peak: Uint32Array;
  readonly askMain: AskMain;
  readonly tellPrinted: () => void;
}

type Outcome = { readonly ok: true; readonly result: unknown } | ({ readonly ok: false } & KeptError);

/** A state with all that a script finds in it. */
export interface PreparedState {
  readonly state: LuaState;
  readonly emptyLists: EmptyLists;
}

/**
 * Runs one script in a state of its own, or in the one that the last script of a session has left. `keep` is given the state
 * that a script of a session leaves.
 */
export function runScript(
  machine: Machine,
  script: Script,
  kept?: PreparedState,
  keep?: (prepared: PreparedState) => void,
): Ended {
  let begun = false;
  try {
    const prepared = kept ?? openState(machine, script);
    begun = true;
    const outcome = runIn(prepared.state, script, prepared.emptyLists);
    if (keep) {
      machine.lua.lua_settop(prepared.state.main, 0);
      keep(prepared);
    } else prepared.state.close();
    return { ...outcome, spoiled: false };
  } catch (error) {
    const described = describeBreak(error);
    // Before the script, it is a fault of the host.
    if (described === null && !begun) throw error;
    return { ok: false, error: described ?? brokenSandbox(error), cut: false, spoiled: true };
  }
}

function openState(machine: Machine, script: Script): PreparedState {
  const state = new LuaState(machine.lua, script.limits.memoryBytes, machine.peak);
  return { state, emptyLists: prepare(state, script, machine) };
}

function runIn(state: LuaState, script: Script, emptyLists: EmptyLists): Outcome {
  const { lua, main: L } = state;
  const { source } = script;
  const name = shownName(script.name);
  const running = { chunk: name, source };
  let failure: KeptError | null = null;
  state.pushFunction(L, (thread) => {
    const kept = describeError(state, thread, 1, running);
    failure = { ...kept, error: { ...lastReturn(source), ...kept.error } };
    return 1;
  });
  const encoding = foreignEncoding(source);
  if (encoding !== undefined) return { ok: false, error: notUtf8(encoding), cut: false };
  if (!state.load(L, withoutFirstLineMark(source), `=${name}`)) {
    return { ok: false, ...describeError(state, L, -1, running) };
  }
  const status = lua.lua_pcallk(L, 0, -1, 1, 0, 0);
  if (status === luaStatus.memoryError) throw new LimitError('memoryBytes', script.limits.memoryBytes);
  if (status !== luaStatus.ok) return { ok: false, ...(failure ?? describeError(state, L, -1, running)) };
  return readResult(state, script, emptyLists);
}

function notUtf8(encoding: string): ScriptError {
  return { code: 'script_error', message: `the script is in ${encoding}: save it as UTF-8`, line: 1 };
}

/** Fills the state; ends with an empty stack. */
function prepare(state: LuaState, script: Script, machine: Machine): EmptyLists {
  const { lua, main: L } = state;
  let emptyLists: EmptyLists | undefined;
  const done = state.protect(() => {
    openLibraries(state);
    emptyLists = installJson(state, machine.sources);
    installPrelude(state, script, machine, emptyLists);
    pushValue(state, L, script.args ?? {}, { limits: script.limits, markEmptyList: emptyLists.mark });
    state.setGlobal(L, 'args');
    return 0;
  });
  if (!done || emptyLists === undefined) throw new Error(`the prelude failed: ${state.text(L, -1)}`);
  lua.lua_settop(L, 0);
  return emptyLists;
}

/** json.lua takes null and returns json, the table of empty lists, and the metatable of null. */
function installJson(state: LuaState, sources: Sources): EmptyLists {
  const { lua, main: L } = state;
  state.loadCompiled(L, sources.json);
  lua.lua_pushlightuserdata(L, 0);
  lua.lua_callk(L, 1, 3, 0, 0);
  lua.lua_pushlightuserdata(L, 0);
  lua.lua_rotate(L, -2, 1);
  lua.lua_setmetatable(L, -2);
  lua.lua_settop(L, -2);
  const emptyLists = createEmptyLists(state);
  state.setGlobal(L, 'json');
  return emptyLists;
}

function installPrelude(state: LuaState, script: Script, machine: Machine, emptyLists: EmptyLists): void {
  const { lua, main: L } = state;
  const { sources, output, askMain, tellPrinted } = machine;
  const host = createHostFunctions({ state, script, askMain, tellPrinted, output, emptyLists });
  // The sandbox closes before anything else is put in, and gives two functions to what comes behind it.
  state.loadCompiled(L, sources.sandbox);
  lua.lua_createtable(L, 0, 8);
  // Lua's own name for the table of loaded libraries.
  state.pushString(L, '_LOADED');
  lua.lua_pushvalue(L, -2);
  lua.lua_rawset(L, registryIndex);
  lua.lua_callk(L, 1, 2, 0, 0);
  state.loadCompiled(L, sources.prelude);
  pushTable(state, Object.entries(host), (fn) => state.pushFunction(L, fn));
  state.loadCompiled(L, sources.format);
  lua.lua_callk(L, 0, 1, 0, 0);
  state.pushString(L, formatKey);
  lua.lua_pushvalue(L, -2);
  lua.lua_rawset(L, registryIndex);
  const parts = preludeParts.map((name) => [name, sources[name]] as const);
  pushTable(state, parts, (source) => state.loadCompiled(L, source));
  lua.lua_rotate(L, -6, -2);
  lua.lua_callk(L, 5, 0, 0, 0);
}

function pushTable<T>(
  state: LuaState,
  fields: readonly (readonly [string, T])[],
  push: (field: T, name: string) => void,
): void {
  const { lua, main: L } = state;
  lua.lua_createtable(L, 0, fields.length);
  for (const [name, field] of fields) {
    state.pushString(L, name);
    push(field, name);
    lua.lua_rawset(L, -3);
  }
}

/** One value stands for itself, none is null, several are a list. */
function readResult(state: LuaState, script: Script, emptyLists: EmptyLists): Outcome {
  const { lua, main: L } = state;
  const { depth, resultBytes: bytes } = script.limits;
  const options = {
    depth,
    bytes,
    limit: 'resultBytes',
    isEmptyList: emptyLists.has,
    keepBytes: true,
  } as const;
  try {
    const [first, last] = [2, lua.lua_gettop(L)];
    const values = readValues(state, L, { first, last }, { ...options, name: 'result' });
    return { ok: true, result: values.length > 1 ? values : (values[0] ?? null) };
  } catch (error) {
    if (!(error instanceof BridgeError)) throw error;
    const message = `the script's ${error.message}`;
    return { ok: false, error: { code: 'script_error', message }, cut: false };
  }
}

/** What stopped the machine itself, rather than the script in it; null for what should not happen. */
function describeBreak(error: unknown): ScriptError | null {
  if (error instanceof LimitError) return limitError(error.limit, error.value);
  if (error instanceof RangeError)
    return { code: 'limit_exceeded', message: 'calls are nested too deeply (limit: stack)' };
  if (error instanceof Error && error.name === 'RuntimeError') {
    return { code: 'script_error', message: `the Lua machine stopped: ${error.message}` };
  }
  return null;
}

/** Whatever else a script has brought about is its own end, and not the host's. */
function brokenSandbox(error: unknown): ScriptError {
  const reason = error instanceof Error ? error.message : String(error);
  return { code: 'script_error', message: `the sandbox failed: ${reason.slice(0, mostMessageBytes)}` };
}
