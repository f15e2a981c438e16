import { createInterface } from 'node:readline';

/** What a person has typed: a line, `cleared` for Ctrl-C, or `end` for Ctrl-D. */
export type Typed = { readonly line: string } | 'cleared' | 'end';

export interface Prompt {
  read(prompt: string): Promise<Typed>;
  /** Asks for a yes or no, which is not kept in the history. A signal that aborts is a no, and so are Ctrl-C and Ctrl-D. */
  confirm(question: string, signal: AbortSignal): Promise<boolean>;
  /** Lets Ctrl-C abort a signal for as long as `work` takes. Lines that are typed meanwhile are read later. */
  during<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  close(): void;
}

export type Complete = (line: string) => Promise<readonly [hits: readonly string[], begun: string]>;

/** Reads lines from the terminal, with editing, history and completion. `history` has the newest line first. */
export function openPrompt(history: readonly string[], complete: Complete): Prompt {
  const terminal = createInterface({
    input: process.stdin,
    output: process.stdout,
    terminal: true,
    history: [...history],
    historySize: 1000,
    removeHistoryDuplicates: true,
    completer: (line: string, done: (error: null, result: [string[], string]) => void) =>
      void complete(line).then(
        ([hits, begun]) => done(null, [[...hits], begun]),
        () => done(null, [[], line]),
      ),
  });
  const waiting: Typed[] = [];
  let take: ((typed: Typed) => void) | undefined;
  let running: AbortController | undefined;
  let asking = false;
  const give = (typed: Typed) => {
    if (!take) return void waiting.push(typed);
    const taken = take;
    take = undefined;
    taken(typed);
  };
  const next = async (): Promise<Typed> =>
    waiting.shift() ?? new Promise<Typed>((resolve) => void (take = resolve));

  terminal.on('line', (line) => give({ line }));
  terminal.on('close', () => give('end'));
  terminal.on('history', (lines) => void (asking && lines.shift()));
  terminal.on('SIGINT', () => {
    // What was typed so far is dropped: everything before the cursor, once it is at the end.
    terminal.write(null, { ctrl: true, name: 'e' });
    terminal.write(null, { ctrl: true, name: 'u' });
    process.stdout.write('^C\n');
    if (running && !asking) running.abort();
    else give('cleared');
  });

  return {
    async read(prompt) {
      terminal.setPrompt(prompt);
      if (waiting.length === 0) terminal.prompt();
      return next();
    },
    async confirm(question, signal) {
      // A line that was typed before the question was seen is no answer to it.
      waiting.splice(0, waiting.length, ...waiting.filter((typed) => typed === 'end'));
      asking = true;
      const abort = () => give('cleared');
      signal.addEventListener('abort', abort);
      try {
        terminal.setPrompt(`${question.split('\n').at(-1)} [y/N] `);
        process.stdout.write(
          question
            .split('\n')
            .slice(0, -1)
            .map((line) => `${line}\n`)
            .join(''),
        );
        terminal.prompt();
        const typed = await next();
        if (typed === 'end') give('end');
        return typeof typed === 'object' && /^\s*y(es)?\s*$/i.test(typed.line);
      } finally {
        signal.removeEventListener('abort', abort);
        terminal.setPrompt('');
        asking = false;
      }
    },
    async during(work) {
      running = new AbortController();
      terminal.setPrompt('');
      try {
        return await work(running.signal);
      } finally {
        running = undefined;
      }
    },
    close: () => terminal.close(),
  };
}
