import type { LuaHooks } from './lua-module.js';

/** What the Lua machine takes from JavaScript, as `vm/vm.c` declares it. */
export interface HostImports {
  /** Calls the function with a number. */
  enter(L: number, index: number): number;
  /** Told when more memory is in use than ever before in a state, to within 16 KiB. */
  grown(used: number): void;
  /** Called when a state needs more than it may use. Throws. */
  limit(): void;
  /** Seconds since 1970. */
  now(): number;
  /** Seconds that this thread has run. */
  cpu(): number;
  /** Seconds by which local time is ahead at a time. */
  ahead(at: number): number;
  /** 1 while daylight saving time is in force. */
  daylight(at: number): number;
  /** Another whole number each time, for hashes and the generator of random numbers. */
  seed(): number;
}

/** `hooks` is asked at each call, so that each state can put in its own. */
export function createHostImports(hooks: LuaHooks): HostImports {
  return {
    enter: (L, index) => hooks.enter(L, index),
    grown: (used) => hooks.grown(used),
    limit: () => hooks.limit(),
    now: () => Math.floor(Date.now() / 1000),
    cpu: () => performance.now() / 1000,
    ahead: (at) => secondsAhead(new Date(at * 1000)),
    daylight: (at) => Number(isDaylight(new Date(at * 1000))),
    seed: () => Math.floor(Math.random() * 2 ** 53),
  };
}

function secondsAhead(at: Date): number {
  return -60 * at.getTimezoneOffset() || 0;
}

/** Where the clocks are changed, the time of the year in which they are further ahead. */
function isDaylight(at: Date): boolean {
  const [january, july] = [0, 6].map((month) => secondsAhead(new Date(at.getFullYear(), month, 1)));
  return january !== july && secondsAhead(at) === Math.max(january!, july!);
}
