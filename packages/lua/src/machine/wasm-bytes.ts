/** The binary format of WebAssembly, as far as `inner-module.ts` needs it. */
export const i32 = 0x7f;
export const i64 = 0x7e;
export const wasmHeader = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

export const named = (value: string): number[] => [value.length, ...new TextEncoder().encode(value)];
export const list = (items: readonly number[][]): number[] => [items.length, ...items.flat()];
export const section = (id: number, bytes: number[]): number[] => [id, ...sized(bytes)];

/** A function type: how many 32-bit integers it takes, and the types of its results. */
export const type = (params: number, ...results: number[]): number[] => [
  0x60,
  ...list(Array.from({ length: params }, () => [i32])),
  ...list(results.map((result) => [result])),
];

const imported = (module: string, name: string, ...what: number[]): number[] => [
  ...named(module),
  ...named(name),
  ...what,
];

export const importedFunction = (module: string, name: string, typeIndex: number): number[] =>
  imported(module, name, 0x00, typeIndex);

export const importedTable = (module: string, name: string): number[] =>
  imported(module, name, 0x01, 0x70, 0x00, 0x00);

export const importedMemory = (module: string, name: string): number[] =>
  imported(module, name, 0x02, 0x00, 0x00);

/** A number of 32 bits that never changes. */
export const importedConstant = (module: string, name: string): number[] =>
  imported(module, name, 0x03, i32, 0x00);

export const exportedFunction = (name: string, index: number): number[] => [...named(name), 0x00, index];

/** A function's code; `locals` are the types of its variables besides the arguments. */
export const functionBody = (locals: readonly number[], code: number[]): number[] =>
  sized([...list(locals.map((local) => [1, local])), ...code, 0x0b]);

/** A signed constant in LEB128. */
export function constant(value: number): number[] {
  const bytes = [];
  let rest = value;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    const isLast = rest === (low & 0x40 ? -1 : 0);
    bytes.push(isLast ? low : low | 0x80);
    if (isLast) return [0x41, ...bytes];
  }
}

/** A length in LEB128; two bytes are enough here. */
function sized(bytes: number[]): number[] {
  const { length } = bytes;
  return length < 128 ? [length, ...bytes] : [(length & 0x7f) | 0x80, length >> 7, ...bytes];
}
