import { compileLua } from '../../machine/lua-module.js';

let kept: Promise<object> | undefined;

/**
 * Compiles, once in a process, what each worker compiles, and keeps it. V8 gives equal modules one code as long as one
 * of them lives: a new worker then starts with what earlier ones have compiled and optimized, and leaves little behind.
 * Nothing waits for it, and when it fails a worker says why.
 */
export function keepCompiled(): void {
  kept ??= compileLua();
  kept.catch(() => {});
}
