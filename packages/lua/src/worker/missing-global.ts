import type { MissingGlobal } from '../bridge/error-text.js';
import { luaType, registryIndex, type Thread } from '../machine/lua-api.js';
import type { LuaState } from '../machine/lua-state.js';

/** Globals of Lua that scripts lack, with what to use instead. */
const leftOut: Readonly<Record<string, string>> = {
  require: '',
  package: '',
  dofile: '',
  loadfile: 'load',
  collectgarbage: '',
  warn: 'print',
  io: 'print',
  debug: '',
  loadstring: 'load',
  unpack: 'table.unpack',
  setfenv: '',
  getfenv: '',
  module: '',
  'os.execute': '',
  'os.exit': 'return',
  'os.getenv': 'args',
  'os.remove': '',
  'os.rename': '',
  'os.tmpname': '',
  'os.setlocale': '',
  'os.difftime': '-',
  'string.dump': '',
};

const mostKnown = 500;
const longestName = 64;

interface Explained {
  readonly message: string;
  readonly missing?: MissingGlobal;
}

/** Lua's message about a global that is nil, with what it means in the sandbox. `sourceLine` is the line in the script. */
export function explainNil(state: LuaState, L: Thread, message: string, sourceLine: string): Explained {
  const found = /^attempt to (?:call|index) a nil value \((global|field) '(\w{1,64})'\)$/.exec(message);
  if (found === null) return { message };
  const [, kind, name = ''] = found;
  const known = kind === 'global' ? name : qualifiedName(name, sourceLine);
  if (Object.hasOwn(leftOut, known)) {
    const instead = leftOut[known] && `; use ${leftOut[known]}`;
    return { message: `${message}: ${known} is not available in the sandbox${instead}` };
  }
  return kind === 'global' ? { message, missing: { name, known: globalNames(state, L) } } : { message };
}

/** Lua tells the field only, so that the library is read from the script. */
function qualifiedName(field: string, sourceLine: string): string {
  const [, library = ''] = new RegExp(`\\b(os|string)\\s*\\.\\s*${field}\\b`).exec(sourceLine) ?? [];
  return `${library}.${field}`;
}

function globalNames(state: LuaState, L: Thread): string[] {
  const { lua } = state;
  const top = lua.lua_gettop(L);
  const names: string[] = [];
  state.reserve(L, 3);
  // LUA_RIDX_GLOBALS
  lua.lua_rawgeti(L, registryIndex, 2n);
  lua.lua_pushnil(L);
  while (names.length < mostKnown && lua.lua_next(L, top + 1) !== 0) {
    lua.lua_settop(L, top + 2);
    if (lua.lua_type(L, -1) === luaType.string) names.push(state.text(L, -1, longestName));
  }
  lua.lua_settop(L, top);
  return names;
}
