import { type BrokenTime, localTime, secondsOf, utcTime } from './calendar.js';
import { formatTime } from './format-time.js';

/** The exports of the machine that the imports and the loading use, besides Lua's own functions. */
export interface MachineExports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  readonly __indirect_function_table: {
    get(index: number): (...args: number[]) => void;
    set(index: number, fn: unknown): void;
    grow(by: number): number;
  };
  __wasm_call_ctors(): void;
  malloc(size: number): number;
  stackSave(): number;
  stackRestore(pointer: number): void;
  setThrew(threw: number, value: number): void;
}

/** Views of the machine's memory. */
export interface MachineMemory {
  readonly HEAPU8: Uint8Array;
  readonly HEAPU32: Uint32Array;
}

type Machine = MachineExports & MachineMemory;

/** What is thrown for C's `longjmp`: a number, which no error of JavaScript is. */
const longjmp = Number.POSITIVE_INFINITY;
const pageBytes = 65_536;
/** The order of the numbers in C's `struct tm`. */
const timeFields = [
  'seconds',
  'minutes',
  'hours',
  'day',
  'month',
  'year',
  'weekday',
  'yearDay',
  'daylight',
  'ahead',
] as const;

/**
 * What Lua's module takes from its surroundings: a clock and a calendar, memory, and the way back from an error. It
 * asks for files, processes and an environment too, because the C library does: the environment is empty, and whatever
 * calls for a file or a process ends with an error. `beforeError` is called before each error of Lua's; it may throw
 * one that no script can catch.
 */
export function createHostImports(machine: () => Machine, beforeError: () => void): object {
  const time = {
    emscripten_date_now: () => Date.now(),
    _emscripten_get_now_is_monotonic: () => 1,
    // Nobody reads the names that this would fill in: `strftime` has its own.
    _tzset_js: () => {},
    _gmtime_js: (seconds: bigint, at: number) => writeTime(machine(), at, utcTime(seconds)),
    _localtime_js: (seconds: bigint, at: number) => writeTime(machine(), at, localTime(seconds)),
    _mktime_js(at: number) {
      const seconds = secondsOf(readTime(machine(), at));
      writeTime(machine(), at, localTime(seconds));
      return seconds;
    },
    strftime: (target: number, size: number, pattern: number, at: number) =>
      writeText(machine(), formatTime(readText(machine(), pattern), readTime(machine(), at)), {
        target,
        size,
      }),
  };
  const control = {
    invoke_vii: (index: number, first: number, second: number) => invoke(machine(), index, [first, second]),
    _emscripten_throw_longjmp: () => {
      beforeError();
      throw longjmp;
    },
    abort: () => {
      throw new Error('the Lua machine has aborted');
    },
    emscripten_resize_heap: (size: number) => growTo(machine(), size),
  };
  const environment = {
    environ_sizes_get(count: number, bytes: number) {
      const { HEAPU32 } = machine();
      HEAPU32[count >> 2] = HEAPU32[bytes >> 2] = 0;
      return 0;
    },
    environ_get: () => 0,
  };
  return {
    env: refusingTheRest({ ...time, ...control }),
    wasi_snapshot_preview1: refusingTheRest(environment),
  };
}

/** Calls a C function from which `longjmp` may lead back; an error of JavaScript passes through. */
function invoke(machine: Machine, index: number, args: readonly number[]): void {
  const { __indirect_function_table: table } = machine;
  const stack = machine.stackSave();
  try {
    table.get(index)(...args);
  } catch (thrown) {
    if (thrown !== longjmp) throw thrown;
    machine.stackRestore(stack);
    machine.setThrew(1, 0);
  }
}

/** 1 when the memory has so many bytes now. */
function growTo({ memory, HEAPU8 }: Machine, size: number): number {
  const bytes = (size >>> 0) - HEAPU8.length;
  try {
    memory.grow(Math.ceil(bytes / pageBytes));
    return 1;
  } catch {
    return 0;
  }
}

/** Answers every name: the imports that are given, and for all others a function that throws, so that none is missing. */
function refusingTheRest(given: object): object {
  return new Proxy(given, {
    get: (target, name) =>
      Reflect.get(target, name) ??
      (() => {
        throw new Error(`the Lua machine has no ${String(name)}`);
      }),
  });
}

function readTime({ HEAPU32 }: MachineMemory, at: number): BrokenTime {
  const fields = timeFields.map((name, index) => [name, HEAPU32[(at >> 2) + index]! | 0]);
  return Object.fromEntries(fields) as unknown as BrokenTime;
}

function writeTime({ HEAPU32 }: MachineMemory, at: number, time: BrokenTime): void {
  for (const [index, name] of timeFields.entries()) HEAPU32[(at >> 2) + index] = time[name];
}

function readText({ HEAPU8 }: MachineMemory, at: number): string {
  return Buffer.from(HEAPU8.subarray(at, HEAPU8.indexOf(0, at))).toString('latin1');
}

/** Writes a text that ends with a zero byte; 0 where it has no room, else its length. */
function writeText(
  { HEAPU8 }: MachineMemory,
  text: string,
  { target, size }: { readonly target: number; readonly size: number },
): number {
  if (text.length >= size) return 0;
  HEAPU8.set(Buffer.from(`${text}\0`, 'latin1'), target);
  return text.length;
}
