import { readFileSync } from 'node:fs';
import type { AskMain } from './ask-main.js';
import { BridgeError } from './bridge-error.js';
import { createEmptyLists, type EmptyLists } from './empty-lists.js';
import { createHostFunctions } from './host-functions.js';
import { LimitError } from './limits.js';
import { luaStatus, type LuaModule } from './lua-module.js';
import { LuaState } from './lua-state.js';
import type { Ended, Script, ScriptError } from './messages.js';
import { OutputBuffer } from './output-buffer.js';
import { pushValue } from './push-value.js';
import { readValue } from './read-value.js';
import { describeError } from './script-error.js';

const libraries = ['coroutine', 'table', 'string', 'utf8', 'math', 'os'] as const;
const sources = Object.fromEntries(
  ['json', 'format', 'sandbox', 'prelude'].map((name) => [
    name,
    readFileSync(new URL(`../lua/${name}.lua`, import.meta.url), 'utf8'),
  ]),
) as Record<'json' | 'format' | 'sandbox' | 'prelude', string>;

type Outcome =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly error: ScriptError };

/** Runs one script in a state of its own. */
export function runScript(lua: LuaModule, script: Script, askMain: AskMain): Ended {
  let state: LuaState | undefined;
  try {
    state = new LuaState(lua, script.limits.memoryBytes);
    const outcome = runIn(state, script, askMain);
    const memory = state.peakMemory;
    state.close();
    return { ...outcome, spoiled: false, memory };
  } catch (error) {
    return { ok: false, error: describeBreak(error), spoiled: true, memory: state?.peakMemory ?? 0 };
  }
}

function runIn(state: LuaState, script: Script, askMain: AskMain): Outcome {
  const { lua, main: L } = state;
  const emptyLists = prepare(state, script, askMain);
  let failure: ScriptError | null = null;
  state.pushFunction(L, (thread) => {
    failure = describeError(state, thread, 1, script.name);
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
function prepare(state: LuaState, script: Script, askMain: AskMain): EmptyLists {
  const { lua, main: L } = state;
  let emptyLists: EmptyLists | undefined;
  const done = state.protect(() => {
    lua.luaopen_base(L);
    for (const library of libraries) {
      lua[`luaopen_${library}`](L);
      state.setGlobal(L, library);
    }
    emptyLists = installJson(state);
    installPrelude(state, script, askMain, emptyLists);
    pushValue(state, L, script.args ?? {}, { limits: script.limits, markEmptyList: emptyLists.mark });
    state.setGlobal(L, 'args');
    return 0;
  });
  if (!done || emptyLists === undefined) throw new Error(`the prelude failed: ${state.text(L, -1)}`);
  lua.lua_settop(L, 0);
  return emptyLists;
}

/** json.lua takes null and returns json, the table of empty lists, and the metatable of null. */
function installJson(state: LuaState): EmptyLists {
  const { lua, main: L } = state;
  state.loadOrThrow(L, sources.json, '=json');
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

function installPrelude(state: LuaState, script: Script, askMain: AskMain, emptyLists: EmptyLists): void {
  const { lua, main: L } = state;
  const output = new OutputBuffer(script.output);
  const host = createHostFunctions({ state, script, askMain, output, emptyLists });
  // The sandbox closes before anything else is put in, and gives the seal for the end.
  state.loadOrThrow(L, sources.sandbox, '=sandbox');
  lua.lua_callk(L, 0, 1, 0, 0);
  state.loadOrThrow(L, sources.prelude, '=prelude');
  for (const fn of [host.call, host.open, host.write]) state.pushFunction(L, fn);
  state.loadOrThrow(L, sources.format, '=format');
  lua.lua_callk(L, 0, 1, 0, 0);
  lua.lua_rotate(L, -6, -1);
  lua.lua_callk(L, 5, 0, 0, 0);
}

/** One value stands for itself, none is null, several are a list. */
function readResult(state: LuaState, script: Script, emptyLists: EmptyLists): Outcome {
  const { lua, main: L } = state;
  const { depth, resultBytes: bytes } = script.limits;
  const options = { depth, bytes, limit: 'resultBytes', isEmptyList: emptyLists.has } as const;
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
  if (error instanceof LimitError) return { code: 'limit_exceeded', message: error.message };
  if (error instanceof RangeError)
    return { code: 'limit_exceeded', message: 'calls are nested too deeply (limit: stack)' };
  if (error instanceof Error && error.name === 'RuntimeError') {
    return { code: 'script_error', message: `the Lua machine stopped: ${error.message}` };
  }
  throw error;
}
