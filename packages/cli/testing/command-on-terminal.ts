import { onTerminal } from './on-terminal.js';
import { bin } from './run-to-end.js';

/** What is typed once something is on the screen. */
export type Prompt = readonly [seen: string, typed: string];

export interface CommandEnd {
  readonly code: number | null;
  /** All that the terminal was sent, but for colours. */
  readonly screen: string;
  /** How the terminal was left: what `stty -a` says. */
  readonly settings: string;
}

const mark = '<the command has ended>';
const colours = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g');

/** Runs `kosmo` on a terminal of so many columns, answers its prompts, and tells how it left the terminal. */
export async function commandOnTerminal(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  prompts: readonly Prompt[],
  columns = 80,
): Promise<CommandEnd> {
  const words = [process.execPath, bin, ...args].map((word) => `'${word}'`).join(' ');
  // Ctrl-C is for the command, and not for the shell that looks at the terminal after it.
  const script = `trap : INT; ${words}; code=$?; echo '${mark}'; stty -a; exit $code`;
  const steps = prompts.map(([see, type]) => ({ see, type }));
  const { code, shown } = await onTerminal(['sh', '-c', script], steps, { env, columns });
  const [screen = '', settings = ''] = shown.replaceAll(colours, '').split(mark);
  return { code, screen, settings };
}
