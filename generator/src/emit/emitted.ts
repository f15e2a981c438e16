/**
 * Text that is safe to print into one kind of output. Only the typed emitters in
 * `syntax/` make these, so a template can refuse every plain string: no value of a
 * spec reaches a file without an emitter having spelled it for its place.
 */
export class Emitted {
  constructor(readonly text: string) {}
}

/** Joins emitted text; the separator is the caller's own literal. */
export function join(parts: readonly Emitted[], separator = ''): Emitted {
  return new Emitted(parts.map((part) => part.text).join(separator));
}
