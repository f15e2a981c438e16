import type { Emitted } from './emitted.js';

const most = 2_000;

/**
 * An emitter that keeps what it made of a text: the same names and descriptions stand on many pages.
 * It starts afresh when it holds 2,000.
 */
export function remember(emit: (text: string) => Emitted): (text: string) => Emitted {
  const known = new Map<string, Emitted>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const emitted = emit(text);
    if (known.size === most) known.clear();
    known.set(text, emitted);
    return emitted;
  };
}
