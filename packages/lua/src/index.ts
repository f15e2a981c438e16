export type { CallRecord } from './host/count-calls.js';
export { defaultLimits } from './bridge/limits.js';
export type { Limits } from './bridge/limits.js';
export { createLuaHost } from './host/lua-host.js';
export type { LuaHost, LuaHostOptions, RunOptions, ScriptRun, Usage } from './host/lua-host.js';
export type { ScriptError } from './bridge/messages.js';
export { createScriptClock } from './host/script-clock.js';
export type { ScriptClock } from './host/script-clock.js';
