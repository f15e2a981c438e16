/** The compiler of lua.wasm. Another one gives other bytes. */
export const compilerPackage = '@yowasp/clang@22.0.0-git20542-10';

/** Where fetch-compiler.mjs puts it. */
export const compilerFolder = new URL(
  '../../../node_modules/.cache/yowasp-clang-22.0.0-git20542-10/',
  import.meta.url,
);

/** The module of its `runClang`. */
export const compilerEntry = new URL('package/gen/bundle.js', compilerFolder).href;
