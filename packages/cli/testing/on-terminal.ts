import { spawn, spawnSync } from 'node:child_process';
import { bin } from './run-to-end.js';

/** util-linux's `script` gives a program a terminal of its own. */
export const hasScript = spawnSync('script', ['--version']).status === 0;

/** What is typed once something is on the screen. */
export type Step = readonly [seen: string, typed: string];

export interface OnTerminal {
  readonly code: number | null;
  /** All that the terminal was sent. */
  readonly screen: string;
  /** How the terminal was left: what `stty -a` says. */
  readonly settings: string;
}

const mark = '<the command has ended>';

/** Runs the command on a terminal of so many columns, and types. */
export function onTerminal(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  steps: readonly Step[],
  columns = 80,
): Promise<OnTerminal> {
  const words = [process.execPath, bin, ...args].map((word) => `'${word}'`).join(' ');
  const command = `stty cols ${columns} rows 24; ${words}; code=$?; echo '${mark}'; stty -a; exit $code`;
  const child = spawn('script', ['-qec', command, '/dev/null'], { env });
  const open = [...steps];
  let [screen, from] = ['', 0];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    screen += text;
    for (const [seen, typed] of open.slice(0, 1)) {
      const at = screen.indexOf(seen, from);
      if (at < 0) return;
      from = at + seen.length;
      open.shift();
      // The program has drawn, and listens only after that.
      setTimeout(() => child.stdin.write(typed), 100);
    }
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      const [shown = '', settings = ''] = screen.split(mark);
      resolve({ code, screen: shown, settings });
    });
  });
}
