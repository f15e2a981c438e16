/** The binary format of WebAssembly, as far as the small modules of this package need it. */
export const i32 = 0x7f;
export const wasmHeader = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

export const named = (value: string): number[] => [value.length, ...new TextEncoder().encode(value)];
export const list = (items: readonly number[][]): number[] => [items.length, ...items.flat()];
export const section = (id: number, bytes: number[]): number[] => [id, ...sized(bytes)];
export const imported = (module: string, name: string, what: number[]): number[] => [
  ...named(module),
  ...named(name),
  ...what,
];

/** A function type; params and results are all 32-bit integers. */
export const type = (params: number, results: number): number[] => [
  0x60,
  ...list(Array.from({ length: params }, () => [i32])),
  ...list(Array.from({ length: results }, () => [i32])),
];

export const functionBody = (locals: readonly number[][], code: number[]): number[] =>
  sized([...list(locals), ...code, 0x0b]);

/** A length in LEB128, which is enough for two bytes. */
function sized(bytes: number[]): number[] {
  const { length } = bytes;
  return length < 128 ? [length, ...bytes] : [(length & 0x7f) | 0x80, length >> 7, ...bytes];
}
