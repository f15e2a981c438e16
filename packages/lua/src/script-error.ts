import { BridgeError } from './bridge-error.js';
import { luaType, type Thread } from './lua-module.js';
import type { LuaState } from './lua-state.js';
import type { ScriptError } from './messages.js';
import { readValue } from './read-value.js';

const deepestLevel = 200;

/**
 * Describes the error value at `index` at the moment that it is raised, while the call stack still tells
 * the line. Host errors keep their fields; any other error is a `script_error`.
 */
export function describeError(state: LuaState, L: Thread, index: number, chunk: string): ScriptError {
  if (state.lua.lua_type(L, index) === luaType.string) return describeText(state, L, index, chunk);
  const line = lineOf(state, L, chunk);
  const fields = errorFields(state, L, index);
  if (fields !== null) return { ...fields, ...line };
  state.lua.luaL_tolstring(L, index, 0);
  const message = state.text(L, -1);
  state.lua.lua_settop(L, -2);
  return { code: 'script_error', message, ...line };
}

/**
 * Lua puts `name:line: ` before messages, and again where a coroutine passes one on. It moves into
 * `line` when it names the script itself.
 */
function describeText(state: LuaState, L: Thread, index: number, chunk: string): ScriptError {
  let message = state.text(L, index);
  let line = leadingLine(message, chunk);
  if (line === null) return { code: 'script_error', message, ...lineOf(state, L, chunk) };
  for (let next: number | null = line; next !== null; next = leadingLine(message, chunk)) {
    line = next;
    message = message.slice(`${chunk}:${line}: `.length);
  }
  return { code: 'script_error', message, line };
}

/** The innermost line of the script on the call stack. */
function lineOf(state: LuaState, L: Thread, chunk: string): { line?: number } {
  for (let level = 0; level < deepestLevel; level += 1) {
    const where = state.where(L, level);
    if (where === null) return {};
    const line = leadingLine(where, chunk);
    if (line !== null) return { line };
  }
  return {};
}

/**
 * The line of a script's last `return`. A script that ends with `return f()` has left the call stack by the time that f
 * fails, so that Lua itself cannot tell a line.
 */
export function lastReturn(source: string): { readonly line?: number } {
  const before = source.split(/\r?\n/).findLastIndex((text) => /\breturn\b/.test(text));
  return before < 0 ? {} : { line: before + 1 };
}

function leadingLine(text: string, chunk: string): number | null {
  if (!text.startsWith(`${chunk}:`)) return null;
  const digits = /^(\d+): /.exec(text.slice(chunk.length + 1));
  return digits === null ? null : Number(digits[1]);
}

/** The fields of an error table with `code` and `message`; null for any other value. */
function errorFields(state: LuaState, L: Thread, index: number): ScriptError | null {
  try {
    const sizes = { depth: 8, bytes: 65_536, limit: 'resultBytes', isEmptyList: () => false } as const;
    const value = readValue(state, L, index, { name: 'error', ...sizes }) as Partial<ScriptError> | null;
    const isError = typeof value?.code === 'string' && typeof value.message === 'string';
    if (!isError) return null;
    const { code, message, ...rest } = value as ScriptError;
    return { code, message, ...rest };
  } catch (error) {
    if (error instanceof BridgeError) return null;
    throw error;
  }
}
