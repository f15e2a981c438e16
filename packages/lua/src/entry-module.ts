import { imported, list, named, section, type, wasmHeader } from './wasm-bytes.js';

/** What the module takes. */
export interface EntryImports {
  readonly host: { enter(L: number): number };
}

/**
 * A JavaScript function as a `lua_CFunction`: the module exports what it imports. wasmoon would make the same for each
 * function; this one is compiled once in a process.
 */
export const entryModule = Uint8Array.from([
  ...wasmHeader,
  ...section(1, list([type(1, 1)])),
  ...section(2, list([imported('host', 'enter', [0x00, 0])])),
  ...section(7, list([[...named('enter'), 0x00, 0]])),
]);
