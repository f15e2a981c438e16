import type { Redactor } from '@kosmokrator/host';
import type { OutputBuffer } from '../bridge/output-buffer.js';

/** Hands on what a script prints, while it runs. */
export interface OutputFollower {
  /** Hands on the whole lines that are new. */
  next(): void;
  /** Hands on all that is left, when the script has ended. */
  end(): void;
}

/** `tell` is given text without secrets, which put together is what `OutputBuffer.read` gives. */
export function followOutput(
  output: OutputBuffer,
  redactor: Pick<Redactor, 'text'>,
  tell: (text: string) => void,
): OutputFollower {
  let told = 0;
  return {
    next() {
      output.seen();
      const to = output.wholeLines(told);
      if (to === told) return;
      const text = output.readLines(redactor, told, to);
      told = to;
      tell(text);
    },
    end() {
      const rest = output.read(redactor, told);
      told = output.used;
      if (rest !== '') tell(rest);
    },
  };
}
