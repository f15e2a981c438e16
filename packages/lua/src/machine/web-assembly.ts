/** What this package uses of the global `WebAssembly`, which the types of Node do not describe. */
interface WebAssembly {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: unknown };
  compile(bytes: Uint8Array): Promise<object>;
  instantiate(module: object, imports: object): Promise<{ readonly exports: object }>;
}

export const { WebAssembly: webAssembly } = globalThis as unknown as { WebAssembly: WebAssembly };
