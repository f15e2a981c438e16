import type { AskMain } from './ask-main.js';
import { BridgeError } from './bridge-error.js';
import { preludeParts, type Sources } from './compile-sources.js';
import { createEmptyLists, type EmptyLists } from './empty-lists.js';
import { createHostFunctions } from './host-functions.js';
import { LimitError, limitError } from './limits.js';
import { luaStatus, type LuaModule } from './lua-module.js';
import { LuaState } from './lua-state.js';
import type { Ended, Script, ScriptError } from './messages.js';
import type { OutputBuffer } from './output-buffer.js';
import { pushValue } from './push-value.js';
import { readValue } from './read-value.js';
import { describeError, lastReturn } from './script-error.js';

const libraries = ['coroutine', 'table', 'string', 'utf8', 'math', 'os'] as const;
/** What a worker has for one script after the other. */
export interface Machine {
  readonly lua: LuaModule;
  readonly sources: Sources;
  readonly output: OutputBuffer;
  readonly peak: Uint32Array;
  readonly askMain: AskMain;
}

type Outcome =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly error: ScriptError };

/** Runs one script in a state of its own. */
export function runScript(machine: Machine, script: Script): Ended {
  try {
    const state = new LuaState(machine.lua, script.limits.memoryBytes, machine.peak);
    const outcome = runIn(state, script, machine);
    state.close();
    return { ...outcome, spoiled: false };
  } catch (error) {
    return { ok: false, error: describeBreak(error), spoiled: true };
  }
}

function runIn(state: LuaState, script: Script, machine: Machine): Outcome {
  const { lua, main: L } = state;
  const emptyLists = prepare(state, script, machine);
  let failure: ScriptError | null = null;
  state.pushFunction(L, (thread) => {
    failure = { ...lastReturn(script.source), ...describeError(state, thread, 1, script.name) };
    return 1;
  });
  if (!state.load(L, withoutFirstLineMark(script.source), `=${script.name}`)) {
    return { ok: false, error: describeError(state, L, -1, script.name) };
  }
  const status = lua.lua_pcallk(L, 0, -1, 1, 0, 0);
  if (status === luaStatus.memoryError) throw new LimitError('memoryBytes', script.limits.memoryBytes);
  if (status !== luaStatus.ok) {
    return { ok: false, error: failure ?? describeError(state, L, -1, script.name) };
  }
  return readResult(state, script, emptyLists);
}

/** Fills the state; ends with an empty stack. */
function prepare(state: LuaState, script: Script, machine: Machine): EmptyLists {
  const { lua, main: L } = state;
  let emptyLists: EmptyLists | undefined;
  const done = state.protect(() => {
    lua.luaopen_base(L);
    for (const library of libraries) {
      lua[`luaopen_${library}`](L);
      state.setGlobal(L, library);
    }
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
  const { sources, output, askMain } = machine;
  const host = createHostFunctions({ state, script, askMain, output, emptyLists });
  // The sandbox closes before anything else is put in, and gives the seal for the end.
  state.loadCompiled(L, sources.sandbox);
  lua.lua_callk(L, 0, 1, 0, 0);
  state.loadCompiled(L, sources.prelude);
  pushTable(state, Object.entries(host), (fn) => state.pushFunction(L, fn));
  state.loadCompiled(L, sources.format);
  lua.lua_callk(L, 0, 1, 0, 0);
  const parts = preludeParts.map((name) => [name, sources[name]] as const);
  pushTable(state, parts, (source) => state.loadCompiled(L, source));
  lua.lua_rotate(L, -5, -1);
  lua.lua_callk(L, 4, 0, 0, 0);
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
    const values = Array.from({ length: lua.lua_gettop(L) - 1 }, (_, index) =>
      readValue(state, L, index + 2, { ...options, name: 'result' }),
    );
    return { ok: true, result: values.length > 1 ? values : (values[0] ?? null) };
  } catch (error) {
    if (!(error instanceof BridgeError)) throw error;
    return { ok: false, error: { code: 'script_error', message: `the script's ${error.message}` } };
  }
}

/** As Lua itself does with files: no byte order mark, and a first line with `#` is for the shell. */
function withoutFirstLineMark(source: string): string {
  return source.replace(/^\uFEFF/, '').replace(/^#[^\n]*/, '');
}

/** What stopped the machine itself, rather than the script in it. */
function describeBreak(error: unknown): ScriptError {
  if (error instanceof LimitError) return limitError(error.limit, error.value);
  if (error instanceof RangeError)
    return { code: 'limit_exceeded', message: 'calls are nested too deeply (limit: stack)' };
  if (error instanceof Error && error.name === 'RuntimeError') {
    return { code: 'script_error', message: `the Lua machine stopped: ${error.message}` };
  }
  throw error;
}
