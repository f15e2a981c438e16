import type { Code } from './code.js';
import { helper } from './library.js';

const made = new Map<string, unknown>();

/** What a piece of code comes to in a generated package: the same code, over the same helpers. */
export function evaluate({ code, names }: Code): unknown {
  if (!made.has(code)) {
    // The code is the generator's own; texts of the author are string literals in it.
    // oxlint-disable-next-line no-new-func
    const make = new Function(...names, `'use strict'; return ${code};`) as (...values: unknown[]) => unknown;
    made.set(code, make(...names.map(helper)));
  }
  return made.get(code);
}
