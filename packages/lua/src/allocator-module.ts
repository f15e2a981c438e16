import { functionBody, imported, i32, list, named, section, type, wasmHeader } from './wasm-bytes.js';

/** What the allocator takes from Lua's own module and from JavaScript. */
export interface AllocatorImports {
  readonly lua: { readonly memory: unknown; readonly realloc: unknown; readonly free: unknown };
  readonly host: {
    /** Asked about a request that does not fit; its answer goes to Lua. */
    refuse(block: number, oldSize: number, newSize: number): number;
    /** Told when more is in use than the mark says. */
    grown(used: number): void;
  };
}

/** The cells before which the allocator's user data points: one 32-bit number each. */
export const cell = { used: 0, limit: 1, mark: 2, refused: 3 } as const;

const byteOf = { used: 0, limit: 4, mark: 8, refused: 12 } as const;
const fn = { realloc: 0, free: 1, refuse: 2, grown: 3, allocate: 4 } as const;
const local = { cells: 0, block: 1, oldSize: 2, newSize: 3, used: 4, moved: 5 } as const;

const get = (index: number) => [0x20, index];
const set = (index: number) => [0x21, index];
const tee = (index: number) => [0x22, index];
const call = (index: number) => [0x10, index];
const load = (offset: number) => [...get(local.cells), 0x28, 2, offset];
const store = (offset: number, value: number[]) => [...get(local.cells), ...value, 0x36, 2, offset];
const zero = [0x41, 0];
const isZero = [0x45];
const isGreater = [0x4b];
const add = [0x6a];
const subtract = [0x6b];
const and = [0x71];
const leave = [0x0f];
const when = (...body: number[][]) => [0x04, 0x40, ...body.flat(), 0x0b];

const refuse = [
  ...get(local.block),
  ...get(local.oldSize),
  ...get(local.newSize),
  ...call(fn.refuse),
  ...leave,
];

/** `allocate(cells, block, oldSize, newSize)`, as `lua_Alloc` has it. */
const allocate = [
  // For a new block the old size is the kind of object that it is for.
  [...get(local.block), ...isZero, ...when(zero, set(local.oldSize))],
  [
    ...load(byteOf.used),
    ...get(local.newSize),
    ...add,
    ...get(local.oldSize),
    ...subtract,
    ...set(local.used),
  ],
  [
    ...get(local.newSize),
    ...isZero,
    ...when(store(byteOf.used, get(local.used)), get(local.block), call(fn.free), zero, leave),
  ],
  [...get(local.newSize), ...get(local.oldSize), ...isGreater],
  [...get(local.used), ...load(byteOf.limit), ...isGreater, ...and, ...when(refuse)],
  [
    ...get(local.block),
    ...get(local.newSize),
    ...call(fn.realloc),
    ...tee(local.moved),
    ...isZero,
    ...when(refuse),
  ],
  [...store(byteOf.used, get(local.used)), ...store(byteOf.refused, zero)],
  [...get(local.used), ...load(byteOf.mark), ...isGreater, ...when(get(local.used), call(fn.grown))],
  get(local.moved),
].flat();

/**
 * The allocator of Lua states as a WebAssembly module of its own: Lua asks for memory millions of times a second,
 * and a JavaScript function would take most of that time.
 */
export const allocatorModule = Uint8Array.from([
  ...wasmHeader,
  ...section(1, list([type(2, 1), type(1, 0), type(3, 1), type(4, 1)])),
  ...section(
    2,
    list([
      imported('lua', 'memory', [0x02, 0x00, 0x00]),
      imported('lua', 'realloc', [0x00, 0]),
      imported('lua', 'free', [0x00, 1]),
      imported('host', 'refuse', [0x00, 2]),
      imported('host', 'grown', [0x00, 1]),
    ]),
  ),
  ...section(3, list([[3]])),
  ...section(7, list([[...named('allocate'), 0x00, fn.allocate]])),
  // Two locals besides the arguments: used and moved.
  ...section(10, list([functionBody([[2, i32]], allocate)])),
]);
