import {
  constant,
  exportedFunction,
  functionBody,
  i32,
  i64,
  importedFunction,
  importedConstant,
  importedMemory,
  importedTable,
  list,
  section,
  type,
  wasmHeader,
} from './wasm-bytes.js';
import {
  add,
  and,
  call,
  callIndirect,
  differ64,
  get,
  getConstant,
  isGreater,
  isZero,
  leave,
  loadAt,
  set,
  storeAt,
  subtract,
  tee,
  toI32,
  toI64,
  when,
  zero,
} from './wasm-instructions.js';

/** What the inner module takes: functions and the memory of Lua's own module, and three functions of JavaScript. */
export interface InnerImports {
  readonly lua: object;
  readonly host: {
    /** Calls the JavaScript function with a number. */
    enter(L: number, index: number): number;
    /** Asked about a request that does not fit; its answer goes to Lua. */
    refuse(block: number, oldSize: number, newSize: number): number;
    /** Told when more is in use than the mark says. */
    grown(used: number): void;
    /** Brings an argument of a string function into 32 bits. */
    clip(L: number, index: number): void;
    /** Frees what nothing can reach. */
    collect(L: number): void;
  };
  /** The pointers to the functions that are guarded. */
  readonly original: Readonly<Record<GuardedName, number>>;
  /** Where the cells are. */
  readonly place: { readonly cells: number };
}

/**
 * The functions of `string` that take a position, and which argument it is. Lua's own code casts it to the 32 bits of
 * a `size_t` here, so that a position of 2^32 + 1 would be the first byte.
 */
const positions = { sub: 2, byte: 2, find: 3, match: 3, gmatch: 3, unpack: 3 } as const;

/**
 * The functions that put a text together in a buffer. When the memory for a buffer is refused, Lua does not collect
 * garbage first, as it does for everything else; so that is done before, when much is in use.
 */
const buffered = {
  string: ['rep', 'format', 'gsub', 'upper', 'lower', 'reverse', 'pack'],
  table: ['concat'],
} as const;

type Buffered = (typeof buffered)['string' | 'table'][number];

/** The guarded functions of each library. */
export const guarded: Readonly<Record<'string' | 'table', readonly GuardedName[]>> = {
  string: [...(Object.keys(positions) as (keyof typeof positions)[]), ...buffered.string],
  table: buffered.table,
};

export type GuardedName = keyof typeof positions | Buffered;

export interface InnerExports extends Readonly<Record<GuardedName, unknown>> {
  /** Lua's allocator, a `lua_Alloc`, whose user data are the cells. */
  readonly allocate: unknown;
  /** The `lua_CFunction` of all JavaScript functions: its first upvalue is the number of the one that is meant. */
  readonly enter: unknown;
}

/** The cells that the allocator's user data point to: one 32-bit number each. */
export const cell = { used: 0, limit: 1, mark: 2, refused: 3, collectAt: 4, count: 5 } as const;

/** The index of a C function's first upvalue: one below that of the registry. */
const firstUpvalue = -1_001_001;

/** Where a cell is, from the first of them. */
const byteOf = (name: keyof typeof cell): number => 4 * cell[name];
const types = [type(2, i32), type(1), type(3, i32), type(4, i32), type(3, i64), type(1, i32), type(2)];
const typeOf = { realloc: 0, free: 1, refuse: 2, allocate: 3, tointeger: 4, cFunction: 5, clip: 6 } as const;
/** The functions in the order of their numbers: first those that are imported. */
const fn = {
  realloc: 0,
  free: 1,
  tointeger: 2,
  refuse: 3,
  grown: 4,
  hostEnter: 5,
  clip: 6,
  collect: 7,
  allocate: 8,
  enter: 9,
  firstGuard: 10,
} as const;

/** The arguments of `allocate`, and what it keeps besides. */
const local = { cells: 0, block: 1, oldSize: 2, newSize: 3, used: 4, moved: 5 } as const;
const { cells, block, oldSize, newSize, used, moved } = local;

const load = (offset: number) => [...get(cells), ...loadAt(offset)];
const store = (offset: number, value: number[]) => [...get(cells), ...value, ...storeAt(offset)];
const refuse = [get(block), get(oldSize), get(newSize), call(fn.refuse), leave].flat();

const allocate = [
  // For a new block the old size is the kind of object that it is for.
  [get(block), isZero, when(zero, set(oldSize))],
  [load(byteOf('used')), get(newSize), add, get(oldSize), subtract, set(used)],
  [get(newSize), isZero, when(store(byteOf('used'), get(used)), get(block), call(fn.free), zero, leave)],
  [get(newSize), get(oldSize), isGreater, get(used), load(byteOf('limit')), isGreater, and, when(refuse)],
  [get(block), get(newSize), call(fn.realloc), tee(moved), isZero, when(refuse)],
  [store(byteOf('used'), get(used)), store(byteOf('refused'), zero)],
  [get(used), load(byteOf('mark')), isGreater, when(get(used), call(fn.grown))],
  [get(moved)],
].flat(2);

const enter = [
  [get(0)],
  [get(0), constant(firstUpvalue), zero, call(fn.tointeger), toI32],
  [call(fn.hostEnter)],
].flat(2);

const guardedNames = [...guarded.string, ...guarded.table];
const cellsConstant = guardedNames.length;

/** The guarded function with a number. */
function guard(name: GuardedName, index: number): number[] {
  const check = name in positions ? clipPosition(positions[name as keyof typeof positions]) : collectFirst;
  return [...check, get(0), getConstant(index), callIndirect(typeOf.cFunction)].flat();
}

function clipPosition(argument: number): number[][] {
  const position = 1;
  return [
    [get(0), constant(argument), zero, call(fn.tointeger), tee(position)].flat(),
    [get(position), toI32, toI64, differ64].flat(),
    when(get(0), constant(argument), call(fn.clip)),
  ];
}

const collectFirst = [
  [...getConstant(cellsConstant), ...loadAt(byteOf('used'))],
  [...getConstant(cellsConstant), ...loadAt(byteOf('collectAt')), ...isGreater],
  when(get(0), call(fn.collect)),
];

/**
 * The functions that Lua calls and that are not its own, as a WebAssembly module. Lua asks for memory millions of times a second,
 * and a JavaScript function would take most of that time; and only a function of WebAssembly has a place in Lua's
 * table of functions.
 */
export const innerModule = Uint8Array.from([
  ...wasmHeader,
  ...section(1, list(types)),
  ...section(
    2,
    list([
      importedMemory('lua', 'memory'),
      importedFunction('lua', 'realloc', typeOf.realloc),
      importedFunction('lua', 'free', typeOf.free),
      importedFunction('lua', 'lua_tointegerx', typeOf.tointeger),
      importedFunction('host', 'refuse', typeOf.refuse),
      importedFunction('host', 'grown', typeOf.free),
      importedFunction('host', 'enter', typeOf.realloc),
      importedFunction('host', 'clip', typeOf.clip),
      importedFunction('host', 'collect', typeOf.free),
      importedTable('lua', '__indirect_function_table'),
      ...guardedNames.map((name) => importedConstant('original', name)),
      importedConstant('place', 'cells'),
    ]),
  ),
  ...section(3, list([[typeOf.allocate], [typeOf.cFunction], ...guardedNames.map(() => [typeOf.cFunction])])),
  ...section(
    7,
    list([
      exportedFunction('allocate', fn.allocate),
      exportedFunction('enter', fn.enter),
      ...guardedNames.map((name, index) => exportedFunction(name, fn.firstGuard + index)),
    ]),
  ),
  ...section(
    10,
    list([
      functionBody([i32, i32], allocate),
      functionBody([], enter),
      ...guardedNames.map((name, index) => functionBody([i64], guard(name, index))),
    ]),
  ),
]);
