import { isAgent } from './ask/is-agent.js';

/** A line on standard error that says what takes so long. */
export interface Progress {
  /** What has come of it so far: `40 items`. */
  tell(text: string): void;
  /** Takes the line away while something else is shown, such as a question. */
  during<T>(work: () => Promise<T>): Promise<T>;
  end(): void;
}

const quietMs = 1000;

/**
 * Shows progress of what takes more than a second, on a terminal and to a person only. `shared`: results go to the same
 * terminal meanwhile, and are progress enough.
 */
export function showProgress(what: string, { shared = false } = {}): Progress {
  const { stderr, stdout } = process;
  const seen = stderr.isTTY === true && !isAgent() && !(shared && stdout.isTTY === true);
  const since = performance.now();
  let told = '';
  let isShown = false;
  let timer = seen ? setInterval(show, quietMs) : undefined;
  timer?.unref();

  function show(): void {
    const seconds = Math.floor((performance.now() - since) / 1000);
    stderr.write(
      `\r\u001b[K${what} … ${told}${told && ', '}${seconds} s`.slice(0, (stderr.columns ?? 80) + 3),
    );
    isShown = true;
  }

  function hide(): void {
    clearInterval(timer);
    if (isShown) stderr.write('\r\u001b[K');
    isShown = false;
  }

  return {
    tell: (text) => void (told = text),
    async during(work) {
      hide();
      try {
        return await work();
      } finally {
        if (seen) timer = setInterval(show, quietMs).unref();
      }
    },
    end: hide,
  };
}
