import { BridgeError } from '../bridge/bridge-error.js';
import { mostMessageBytes, type KeptError } from '../bridge/error-text.js';
import { LimitError } from '../bridge/limits.js';
import { luaStatus, luaType, registryIndex, type Thread } from '../machine/lua-api.js';
import type { LuaState } from '../machine/lua-state.js';
import { readValue } from '../values/read-value.js';
import { explainNil } from './missing-global.js';

const mostCodeCharacters = 64;
/** Most bytes of the other fields of an error, together. */
const fieldLimits = { depth: 8, bytes: 65_536, limit: 'resultBytes' } as const;

const deepestLevel = 200;

/**
 * Describes the error value at `index` at the moment that it is raised, while the call stack still tells
 * the line. Host errors keep their fields; any other error is a `script_error`.
 */
export function describeError(
  state: LuaState,
  L: Thread,
  index: number,
  { chunk, source }: RunningScript,
): KeptError {
  const type = state.lua.lua_type(L, index);
  if (type === luaType.string) return explained(state, L, describeText(state, L, index, chunk), source);
  const line = lineOf(state, L, chunk);
  if (type <= luaType.nil)
    return { error: { code: 'script_error', message: noMessage, ...line }, cut: false };
  const known = describeFields(state, L, index);
  if (known !== null) return { ...known, error: { ...known.error, ...line } };
  const { text: message, cut } = spell(state, L, index);
  return { error: { code: 'script_error', message, ...line }, cut };
}

/** A script, as its errors tell of it. */
export interface RunningScript {
  /** The name of the script in positions. */
  readonly chunk: string;
  readonly source: Uint8Array;
}

const noMessage = 'the script called error() without a message';

/** In the registry: the function with which `print` spells its arguments. */
export const formatKey = 'format';

/** The value as `print` shows it. This fails where a `__tostring` raises an error. */
function spell(state: LuaState, L: Thread, index: number): { text: string; cut: boolean } {
  const { lua } = state;
  const value = lua.lua_absindex(L, index);
  const top = lua.lua_gettop(L);
  state.reserve(L, 3);
  state.pushString(L, formatKey);
  lua.lua_rawget(L, registryIndex);
  lua.lua_pushvalue(L, value);
  const failed = lua.lua_pcallk(L, 1, 1, 0, 0, 0) !== luaStatus.ok || lua.lua_type(L, -1) !== luaType.string;
  const spelled = failed
    ? { text: 'an error value that cannot be shown', cut: false }
    : readMessage(state, L, -1);
  lua.lua_settop(L, top);
  return spelled;
}

function explained(state: LuaState, L: Thread, kept: KeptError, source: Uint8Array): KeptError {
  const { message, line } = kept.error;
  const sourceLine = latin1.decode(source).split('\n')[Number(line) - 1] ?? '';
  const { missing: missingGlobal, message: more } = explainNil(state, L, message, sourceLine);
  return { ...kept, error: { ...kept.error, message: more }, ...(missingGlobal && { missingGlobal }) };
}

function readMessage(state: LuaState, L: Thread, index: number): { text: string; cut: boolean } {
  const cut = state.bytes(L, index).length > mostMessageBytes;
  return { text: state.text(L, index, mostMessageBytes), cut };
}

/**
 * Lua puts `name:line: ` before messages, and again where a coroutine passes one on. It moves into
 * `line` when it names the script itself.
 */
function describeText(state: LuaState, L: Thread, index: number, chunk: string): KeptError {
  const { text, cut } = readMessage(state, L, index);
  let message = text;
  let line = leadingLine(message, chunk);
  if (line === null) return { error: { code: 'script_error', message, ...lineOf(state, L, chunk) }, cut };
  for (let next: number | null = line; next !== null; next = leadingLine(message, chunk)) {
    line = next;
    message = message.slice(`${chunk}:${line}: `.length);
  }
  return { error: { code: 'script_error', message, line }, cut };
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
export function lastReturn(source: Uint8Array): { readonly line?: number } {
  const before = latin1
    .decode(source)
    .split(/\r?\n/)
    .findLastIndex((text) => /\breturn\b/.test(text));
  return before < 0 ? {} : { line: before + 1 };
}

const latin1 = new TextDecoder('latin1');

/** Cuts a script's name to what Lua puts into positions. */
export function shownName(name: string): string {
  const [text = ''] = name.split('\0');
  return new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, 59));
}

function leadingLine(text: string, chunk: string): number | null {
  if (!text.startsWith(`${chunk}:`)) return null;
  const digits = /^(\d+): /.exec(text.slice(chunk.length + 1));
  return digits === null ? null : Number(digits[1]);
}

/** An error table with `code` and `message`, which are kept whatever else is in it; null for any other value. */
function describeFields(state: LuaState, L: Thread, index: number): KeptError | null {
  if (state.lua.lua_type(L, index) !== luaType.table) return null;
  const code = readField(state, L, index, 'code');
  const found = readField(state, L, index, 'message');
  if (code === null || found === null) return null;
  const { fields, missing } = readFields(state, L, index);
  const error = { ...fields, code: code.text.slice(0, mostCodeCharacters), message: found.text };
  return { error, cut: found.cut, missing };
}

/** A field that is a string, whatever the table's metatable says; null when it is none. */
function readField(state: LuaState, L: Thread, index: number, name: string) {
  const { lua } = state;
  const table = lua.lua_absindex(L, index);
  state.reserve(L, 2);
  state.pushString(L, name);
  const isString = lua.lua_rawget(L, table) === luaType.string;
  const read = isString ? readMessage(state, L, -1) : null;
  lua.lua_settop(L, -2);
  return read;
}

function readFields(
  state: LuaState,
  L: Thread,
  index: number,
): Pick<KeptError, 'missing'> & { readonly fields?: object } {
  const top = state.lua.lua_gettop(L);
  try {
    const value = readValue(state, L, index, { name: 'error', ...fieldLimits, isEmptyList: () => false });
    return { fields: value as object };
  } catch (error) {
    state.lua.lua_settop(L, top);
    if (error instanceof BridgeError) return { missing: `other fields left out: ${error.message}` };
    if (!(error instanceof LimitError)) throw error;
    const { depth, bytes } = fieldLimits;
    const what =
      error.limit === 'depth' ? `has more than ${depth} levels of tables` : `is larger than ${bytes} bytes`;
    return { missing: `other fields left out: the error ${what}` };
  }
}
