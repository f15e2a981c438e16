/** The little of the global `WebAssembly` that is used here. */
interface Compiler {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: unknown };
}

const compiled = new WeakMap<Uint8Array, object>();

/** The exports of a new instance of a small module, which is compiled once for this thread. */
export function instantiate<Exports>(bytes: Uint8Array, imports: object): Exports {
  const { Module, Instance } = (globalThis as unknown as { WebAssembly: Compiler }).WebAssembly;
  const module = compiled.get(bytes) ?? new Module(bytes);
  compiled.set(bytes, module);
  return new Instance(module, imports).exports as Exports;
}
