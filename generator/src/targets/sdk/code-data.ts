import { Emitted } from '../../emit/emitted.js';
import { type CallPart, type Code, writeCode } from '../../operation/index.js';

/** Collects what generated code takes from `@kosmokrator/runtime/parts`. */
export interface Parts {
  readonly used: string[];
  /** Code as it stands, and the parts that it calls. */
  emit(code: Code): Emitted;
  /** A part by its name. */
  name(part: string): Emitted;
  /** Code that is written here and now. */
  write(print: (call: CallPart) => string): Emitted;
}

export function collectParts(): Parts {
  const used: string[] = [];
  const emit = ({ code, parts }: Code) => {
    used.push(...parts);
    // The code is the generator's own, never text of a spec.
    return new Emitted(code);
  };
  return {
    used,
    emit,
    name: (part) => emit({ code: part, parts: [part] }),
    write: (print) => emit(writeCode(print)),
  };
}
