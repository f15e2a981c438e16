import { webAssembly } from './web-assembly.js';

const compiled = new WeakMap<Uint8Array, object>();

/** The exports of a new instance of a small module, which is compiled once for this thread. */
export function instantiate<Exports>(bytes: Uint8Array, imports: object): Exports {
  const { Module, Instance } = webAssembly;
  const module = compiled.get(bytes) ?? new Module(bytes);
  compiled.set(bytes, module);
  return new Instance(module, imports).exports as Exports;
}
