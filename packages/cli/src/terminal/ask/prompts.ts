import { KosmoError } from '@kosmokrator/runtime';
import { onInterrupt } from '../on-interrupt.js';

/** What can be asked of a person at the terminal. Each answer is trimmed. */
export interface Prompts {
  text(question: Question): Promise<string>;
  /** The answer is not shown while it is typed, nor afterwards. */
  secret(question: Question): Promise<string>;
  confirm(message: string): Promise<boolean>;
  /** Lines between the questions. */
  tell(text: string): void;
}

export interface Question {
  readonly message: string;
  /** Shown while nothing has been typed. */
  readonly example?: string | undefined;
  /** Why an answer cannot be used; undefined if it can. */
  readonly refuse: (answer: string) => string | undefined;
}

/**
 * Lets `work` ask, on standard error. Throws `cancelled` on Ctrl-C, Ctrl-D, Escape, SIGTERM and when the terminal goes away;
 * the terminal is then as it was. `whenCancelled` is its message.
 */
export async function withPrompts<T>(
  whenCancelled: string,
  work: (prompts: Prompts) => Promise<T>,
): Promise<T> {
  const clack = await import('@clack/prompts');
  const over = new AbortController();
  const end = () => over.abort();
  // The library takes Ctrl-D for a key like any other, and would wait for ever where input has ended.
  const onKey = (_text: unknown, key?: { readonly ctrl?: boolean; readonly name?: string }) => {
    if (key?.ctrl && key.name === 'd') end();
  };
  const interrupt = onInterrupt();
  interrupt.signal.addEventListener('abort', end);
  process.stdin.on('keypress', onKey).once('end', end).once('close', end);
  const common = { output: process.stderr, signal: over.signal, withGuide: false };
  const answered = async <A>(answer: Promise<A | symbol>): Promise<A> => {
    const given = await answer;
    if (!clack.isCancel(given)) return given as A;
    throw new KosmoError({ code: 'cancelled', message: whenCancelled });
  };
  const refusing = ({ refuse }: Question) => ({
    validate: (answer: string | undefined) => refuse((answer ?? '').trim()),
  });
  const trimmed = async (answer: Promise<string | symbol>) => ((await answered(answer)) ?? '').trim();
  try {
    return await work({
      text: ({ message, example, ...question }) =>
        trimmed(
          clack.text({
            ...common,
            message,
            ...(example !== undefined && { placeholder: example }),
            ...refusing({ message, ...question }),
          }),
        ),
      secret: (question) =>
        trimmed(clack.password({ ...common, message: question.message, mask: '*', ...refusing(question) })),
      confirm: (message) => answered<boolean>(clack.confirm({ ...common, message, initialValue: false })),
      tell: (text) => void process.stderr.write(text),
    });
  } finally {
    process.stdin.off('keypress', onKey).off('end', end).off('close', end);
    interrupt.stop();
    process.stdin.pause();
  }
}
