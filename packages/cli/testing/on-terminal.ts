import { spawn, spawnSync } from 'node:child_process';

/** Whether this machine has `script` of util-linux, which gives a program a terminal. */
export const hasTerminals = spawnSync('script', ['--version']).status === 0;

/** Something to wait for on the terminal, and what to type then. */
export interface Step {
  /** Searched in what was printed behind the last. */
  readonly see: RegExp | string;
  readonly type?: string;
}

interface TerminalOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Default: 80. */
  readonly columns?: number;
  readonly cwd?: string;
}

/** What a program left on its terminal. */
export interface TerminalEnd {
  readonly code: number | null;
  /** With lines that end as files do. */
  readonly shown: string;
}

/** Runs a program on a terminal of its own, and plays the person at it. Fails where something to wait for never comes. */
export function onTerminal(
  words: readonly string[],
  steps: readonly Step[],
  { env, columns = 80, cwd }: TerminalOptions,
): Promise<TerminalEnd> {
  const command = words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
  const child = spawn('script', ['-qefc', `stty cols ${columns} rows 24; exec ${command}`, '/dev/null'], {
    env: { TERM: 'xterm', ...env },
    ...(cwd !== undefined && { cwd }),
  });
  let shown = '';
  let from = 0;
  let typing = false;
  const left = [...steps];
  const play = (): void => {
    const [step] = left;
    const seen = step && !typing ? find(step.see, shown, from) : undefined;
    if (seen === undefined) return;
    from = seen;
    const { type: keys } = left.shift()!;
    if (keys === undefined) play();
    else type(keys);
  };
  // The program has drawn, and listens only after that. Ctrl-C takes with it what is typed right behind it.
  const type = (keys: string) => {
    typing = true;
    setTimeout(() => {
      typing = false;
      child.stdin.write(keys);
      play();
    }, 100);
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
    play();
  });
  child.stdin.on('error', () => {});
  play();
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (left.length === 0) return resolve({ code, shown: shown.replaceAll('\r\n', '\n') });
      reject(new Error(`never seen: ${String(left[0]!.see)}, in:\n${shown}`));
    });
    setTimeout(() => child.kill(), 30_000).unref();
  });
}

/** Where a text or pattern ends that is behind a place; undefined where it is not yet. */
function find(what: RegExp | string, shown: string, from: number): number | undefined {
  const rest = shown.slice(from);
  if (typeof what === 'string')
    return rest.includes(what) ? from + rest.indexOf(what) + what.length : undefined;
  const match = what.exec(rest);
  return match ? from + match.index + match[0].length : undefined;
}
