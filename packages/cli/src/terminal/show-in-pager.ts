import { spawn } from 'node:child_process';

/**
 * Shows text in `$PAGER`, else in `less`, and resolves when it has ended. False where there is none that starts: the text is
 * then still to be printed. `less` is told to show colours, and to end by itself when all fits on the screen.
 */
export async function showInPager(text: string, env: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  const pager = env['PAGER'] ?? 'less -R';
  if (pager.trim() === '' || pager.trim() === 'cat') return false;
  const settings = { ...env, LESS: env['LESS'] ?? 'FRX' };
  const child = spawn(pager, { shell: true, stdio: ['pipe', 'inherit', 'inherit'], env: settings });
  // In a pager Ctrl-C ends what it does; it must not end us, who have the terminal to give back.
  const stay = () => {};
  process.on('SIGINT', stay);
  // Whoever leaves a pager early has read enough.
  child.stdin.on('error', () => {});
  child.stdin.end(text);
  try {
    const code = await new Promise<number | null>((resolve) => {
      child.once('error', () => resolve(127));
      child.once('close', resolve);
    });
    // What a shell says for a command that it does not find, or that cannot be run.
    return code !== 127 && code !== 126 && code !== 9009;
  } finally {
    process.off('SIGINT', stay);
  }
}
