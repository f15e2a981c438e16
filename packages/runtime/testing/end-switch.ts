import type { OnAbort } from '../src/transport.js';

/** What ends requests in tests: they take its `onAbort`, and `end` ends the last of them, or all that follow. */
export function endSwitch(): { readonly onAbort: OnAbort; end(): void } {
  let ended = false;
  let interrupt = () => {};
  return {
    onAbort(stop) {
      interrupt = stop;
      if (ended) stop();
    },
    end() {
      ended = true;
      interrupt();
    },
  };
}
