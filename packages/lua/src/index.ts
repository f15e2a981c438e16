export type { CallRecord } from './host/count-calls.js';
export { defaultLimits } from './bridge/limits.js';
export type { Limits } from './bridge/limits.js';
export { createLuaHost } from './host/lua-host.js';
export type { LuaHost, LuaHostOptions, LuaSession } from './host/lua-host.js';
export type { RunOptions, ScriptRun, Usage } from './host/script-run.js';
export type { ScriptError } from './bridge/error-text.js';
export { createScriptClock } from './host/script-clock.js';
export type { ScriptClock } from './host/script-clock.js';
