export type { CallRecord } from './answer-questions.js';
export { defaultLimits } from './limits.js';
export type { Limits } from './limits.js';
export { createLuaHost } from './lua-host.js';
export type { LuaHost, LuaHostOptions, RunOptions, ScriptRun, Usage } from './lua-host.js';
export type { ScriptError } from './messages.js';
export { createScriptClock } from './script-clock.js';
export type { ScriptClock } from './script-clock.js';
